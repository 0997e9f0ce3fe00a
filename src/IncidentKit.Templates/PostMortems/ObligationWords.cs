namespace IncidentKit.Templates;

internal sealed class ObligationWords(Incident incident)
{
    public const string Response = "Response";
    public const string Staffing = "Staffing";
    public const string Mitigation = "Mitigation";
    public const string Communication = "Communication";
    public const string Review = "Review";

    private readonly IncidentTimes _times = incident.Times;

    // Beyond this a target hangs on a calendar, and is said as an instant.
    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(12);

    public ProposedPoint? Of(Obligation obligation)
    {
        if (obligation is not { Since: { } since, DueAt: { } due } || Phrases(obligation.Name) is not var (topic, done, never))
            return null;
        // The document that is being written has not been held or published yet: that is no finding of its own.
        if (obligation.Status == ObligationStatus.Missed && topic == Review)
            return null;
        if (obligation.Status == ObligationStatus.Missed)
            return new(topic, $"{never} ({Target(due, since)}{(IsSpan(due, since) ? " " + Anchor(obligation.Name, since) : "")})");
        if (obligation.MetAt is not { } met)
            return null;
        var figure = met <= since ? "at once" : $"{TimeWords.Duration(met - since)} {Anchor(obligation.Name, since)}";
        var late = met > due ? $", {TimeWords.Duration(met - due)} late" : "";
        if (obligation.Name == ObligationNames.Mitigate && Happened<ServiceMitigated>(met))
            done = "mitigated";
        return new(topic, $"{done} {figure} ({Target(due, since)}{late})");
    }

    private static string Target(DateTimeOffset due, DateTimeOffset since) =>
        IsSpan(due, since) ? $"target: {TimeWords.Duration(due - since)}" : $"due by {TimeWords.Instant(due)}";

    private static bool IsSpan(DateTimeOffset due, DateTimeOffset since) => due - since <= LongestSpan;

    private string Anchor(string name, DateTimeOffset since) => name switch
    {
        ObligationNames.FixPostMortem or ObligationNames.HoldPostMortem or ObligationNames.PublishPostMortem => "after resolution",
        _ when since == _times.Detected?.Instant => "after detection",
        _ when since == _times.Acknowledged?.Instant => "after acknowledgement",
        _ when Happened<IncidentRecurred>(since) => "after it came back",
        _ when Happened<SeverityChanged>(since) => "after the level was set",
        _ when Happened<ImpactDescribed>(since) => "after customers were found affected",
        _ => "after the response deadline",
    };

    private bool Happened<TEvent>(DateTimeOffset at)
        where TEvent : IncidentEvent => incident.Facts.Occurrences<TEvent>().Any(happened => happened.At == at);

    private static (string Topic, string Done, string Never)? Phrases(string name) => name switch
    {
        ObligationNames.Acknowledge => (Response, "acknowledged", "never acknowledged"),
        ObligationNames.SetLevel => (Response, "level set", "no level set"),
        ObligationNames.OpenChannel => (Response, "channel open", "no channel opened"),
        ObligationNames.AssignCommander => (Staffing, "commander in place", "no commander in place"),
        ObligationNames.StaffRoles => (Staffing, "three people in the three roles", "the three roles not held by three people"),
        ObligationNames.Mitigate => (Mitigation, "mitigated or escalated", "neither mitigated nor escalated"),
        ObligationNames.FirstPublicUpdate => (Communication, "first public update", "no public update"),
        ObligationNames.FixPostMortem => (Review, "post-mortem fixed", "no date fixed for the post-mortem"),
        ObligationNames.HoldPostMortem => (Review, "post-mortem held", "post-mortem not held"),
        ObligationNames.PublishPostMortem => (Review, "post-mortem published", "post-mortem not published"),
        _ => null,
    };
}
