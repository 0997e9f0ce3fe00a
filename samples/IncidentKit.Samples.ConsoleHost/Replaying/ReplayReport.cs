using IncidentKit.Samples.ConsoleHost.Recorded;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

/// <summary>What the replay of one recorded incident shows.</summary>
internal sealed class ReplayReport
{
    public ReplayReport(RecordedIncident recorded, IncidentPolicy policy, DateTimeOffset? asOf)
    {
        (Recorded, Policy, AsOf) = (recorded, policy, asOf);
        Incident = IncidentReplay.Run(recorded, policy, asOf);
        Obligations = new ObligationLedger(policy).At(Incident, asOf ?? DateTimeOffset.MaxValue);
        Figures = IncidentFigures.Of(Incident, asOf);
    }

    public RecordedIncident Recorded { get; }

    public IncidentPolicy Policy { get; }

    public DateTimeOffset? AsOf { get; }

    public Incident Incident { get; }

    public IReadOnlyList<Obligation> Obligations { get; }

    public IncidentFigures Figures { get; }

    public DateTimeOffset? At(When? when) => when?.Instant is { } at && !(at > AsOf) ? at : null;

    public string SeverityReason => Recorded.Level is null ? "the record names no level: SEV-2 counts in full" : "as recorded";

    public ReplayDocument ToDocument()
    {
        var times = Incident.Times;
        return new ReplayDocument(
            Recorded.Id,
            Recorded.Title,
            new ReplaySeverity(Incident.Level!.Value, Incident.LevelName!, SeverityReason),
            Incident.Phase,
            new ReplayTimes(At(times.Started), At(times.Detected), At(times.Declared), At(times.Acknowledged), At(times.Mitigated), At(times.Resolved)),
            new ReplaySeconds(
                Figures.ToDetect?.TotalSeconds, Figures.ToAcknowledge?.TotalSeconds, Figures.ToMitigate?.TotalSeconds,
                Figures.ToResolve?.TotalSeconds, Figures.Downtime?.TotalSeconds),
            Figures.DowntimeBasis,
            [.. Obligations.Select(o => new ReplayObligation(o.Name, o.Since, o.DueAt, o.MetAt, o.Status))],
            [.. Incident.History.OfType<DeviationRecorded>().Select(d => new ReplayDeviation(d.Rule, d.When.Instant, d.Message))],
            [.. Figures.Contradictions.Select(c => new ReplayContradiction(c.What, [c.Earlier, c.Later], c.Message))],
            Figures.PublicPostMortemUnder(Policy),
            []);
    }
}
