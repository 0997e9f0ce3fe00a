namespace IncidentKit.Templates;

/// <summary>Builds the holding message (P21): service and time are all it needs.</summary>
/// <remarks>Not thread-safe. Once it has built, it refuses every change.</remarks>
public sealed class HoldingMessageBuilder : NotificationBuilder<HoldingMessageBuilder>
{
    private DateTimeOffset? _noticed;

    internal HoldingMessageBuilder(NotificationContext context)
        : base(NotificationKind.Holding, context) =>
        _noticed = context.Detected ?? context.Incident?.Times.Declared?.Instant ?? context.Incident?.Times.Acknowledged?.Instant;

    private protected override PublicStatus StatusShown => PublicStatus.Investigating;

    private DateTimeOffset? Noticed => _noticed ?? Instant;

    /// <summary>The time at which the problem was noticed. Default: that of detection, or of the message.</summary>
    public HoldingMessageBuilder NoticedAt(DateTimeOffset instant) => Set(() => _noticed = instant.ToUniversalTime());

    private protected override void Check(List<NotificationFault> faults)
    {
        if (Noticed is null)
            faults.Add(new("time", "The time is missing: say when the problem was noticed with NoticedAt."));
    }

    private protected override void Fill(WordingValues values) => values.Line("time", TimeWords.Instant(Noticed));
}
