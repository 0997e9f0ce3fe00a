using System.Text.Json;
using IncidentKit.Samples.ConsoleHost.Recorded;
using IncidentKit.Templates;

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

    public string SeverityReason => Recorded.Level switch
    {
        null => $"the record names no level: {Incident.LevelName} counts in full",
        { } level when level > Policy.Levels.Count =>
            $"recorded as SEV-{level}; the policy has {Policy.Levels.Count} levels, the lowest counts",
        _ => "as recorded",
    };

    public ReplayDocument ToDocument()
    {
        var times = Incident.Times;
        return new ReplayDocument(
            Recorded.Id,
            Recorded.Title,
            new ReplaySeverity(Incident.Level!.Value, Incident.LevelName!, SeverityReason),
            Incident.Phase,
            new ReplayTimes(
                At(times.Started), At(times.Detected), At(times.Declared), At(times.Acknowledged), At(times.Mitigated), At(times.Resolved)),
            new ReplaySeconds(
                Figures.ToDetect?.TotalSeconds, Figures.ToAcknowledge?.TotalSeconds, Figures.ToMitigate?.TotalSeconds,
                Figures.ToResolve?.TotalSeconds, Figures.Downtime?.TotalSeconds),
            Figures.DowntimeBasis,
            [.. Obligations.Select(o => new ReplayObligation(o.Name, o.Since, o.DueAt, o.MetAt, o.Status))],
            [.. Incident.History.OfType<DeviationRecorded>().Select(d => new ReplayDeviation(d.Rule, d.When.Instant, d.Message))],
            [.. Figures.Contradictions.Select(c => new ReplayContradiction(c.What, [c.Earlier, c.Later], c.Message))],
            Figures.PublicPostMortemUnder(Policy),
            [.. Drafts().Select(d => new ReplayMessage(Lower(d.Kind), d.At, d.Subject, d.Render(NotificationFormat.Text)))]);
    }

    /// <summary>The post-mortem that the record is enough for, with what people wrote in it.</summary>
    public string PostMortem(PostMortemFormat format)
    {
        var postMortems = new PostMortems(new IncidentPolicies(Policy));
        var notes = new PostMortemNotes
        {
            WhoWasAffected = Recorded.Impact,
            RootCause = Recorded.RootCause,
            WentWell = Recorded.WentWell,
            WentPoorly = Recorded.WentPoorly,
        };
        return postMortems.Render(postMortems.Draft(Incident, notes, AsOf), format);
    }

    // A recorded incident sends nothing: these are drafts, built from what is known.
    private IReadOnlyList<Notification> Drafts() => new Notifications(new IncidentPolicies(Policy))
        .Drafts(Incident, new NotificationDetails { Symptom = Recorded.Impact, WhatHappened = Recorded.RootCause });

    private static string Lower(NotificationKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
