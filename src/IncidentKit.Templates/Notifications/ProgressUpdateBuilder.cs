namespace IncidentKit.Templates;

/// <summary>Builds a progress update (P37). "Still investigating" is a good one; only one without text is empty.</summary>
/// <remarks>Not thread-safe. Once it has built, it refuses every change.</remarks>
public sealed class ProgressUpdateBuilder : NotificationBuilder<ProgressUpdateBuilder>
{
    private string? _known;
    private string? _doing;
    private ProgressMoment? _moment;
    private PublicStatus _status;
    private CustomerImpact? _impact;

    internal ProgressUpdateBuilder(NotificationContext context)
        : base(NotificationKind.Progress, context) => _status = context.Status;

    private protected override PublicStatus StatusShown => _status;

    /// <summary>What is known.</summary>
    public ProgressUpdateBuilder Known(string known) => Set(() => _known = known);

    /// <summary>What is being done, such as "Still investigating.".</summary>
    public ProgressUpdateBuilder Doing(string doing) => Set(() => _doing = doing);

    /// <summary>What happened, in the words of the wording.</summary>
    public ProgressUpdateBuilder After(ProgressMoment moment) => Set(() => _moment = moment);

    /// <summary>What the public page says.</summary>
    public ProgressUpdateBuilder Status(PublicStatus status) => Set(() => _status = status);

    /// <summary>How hard customers are hit. Default: left out.</summary>
    public ProgressUpdateBuilder Impact(CustomerImpact impact) => Set(() => _impact = impact);

    private protected override void Check(List<NotificationFault> faults)
    {
        if (string.IsNullOrWhiteSpace(_known) && string.IsNullOrWhiteSpace(_doing) && _moment is null)
        {
            faults.Add(new(
                "text",
                "The text is missing: say what is known with Known or what is being done with Doing, if only \"Still investigating.\"."));
        }

        RefuseResolved(faults, _status, "the work goes on");
    }

    private protected override void Fill(WordingValues values) => values
        .Line("status", _status.ToString()).Text("known", _known).Text("doing", _doing).Line("impact", _impact?.ToString())
        .Line("moment", _moment switch
        {
            ProgressMoment.CauseFound => "cause_found",
            ProgressMoment.Mitigated => "mitigated",
            ProgressMoment.Escalated => "escalated",
            ProgressMoment.Recurred => "recurred",
            _ => null,
        });
}
