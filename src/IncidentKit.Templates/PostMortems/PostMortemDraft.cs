namespace IncidentKit.Templates;

internal sealed class PostMortemDraft(Incident incident, IncidentPolicy policy, PostMortemNotes notes, DateTimeOffset instant)
{
    private readonly IncidentFacts _facts = incident.Facts;
    private readonly IncidentFigures _figures = IncidentFigures.Of(incident, instant);

    public PostMortem Write()
    {
        var proposals = new PostMortemProposals(incident, policy, instant);
        return new PostMortem
        {
            Title = incident.Title,
            Service = incident.Service,
            Severity = SeverityTimeline.Of(incident).Final is { } level ? policy.Level(level).ToString() : "not set",
            Date = Began is { } began ? DateOnly.FromDateTime(began.UtcDateTime) : null,
            Duration = _figures.ToResolve,
            DurationAtLeast = Started is null && LastResolved - incident.Times.Detected?.Instant is { Ticks: >= 0 } least ? least : null,
            Downtime = _figures.Downtime,
            DowntimeBasis = _figures.DowntimeBasis,
            ToDetect = _figures.ToDetect,
            ToAcknowledge = _figures.ToAcknowledge,
            ToMitigate = _figures.ToMitigate,
            Summary = new()
            {
                WhatHappened = notes.WhatHappened ?? Sentence(incident.Title) + Lasted(),
                WhoWasAffected = notes.WhoWasAffected ?? Affected(),
                HowResolved = notes.HowResolved ?? Resolved(),
            },
            Timeline = PostMortemTimeline.Of(incident, instant),
            Roles = PostMortemRoles.Of(_facts, instant),
            RootCause = notes.RootCause ?? incident.Cause,
            WentWell = [.. notes.WentWell.Select(Recorded), .. proposals.Well],
            WentPoorly = [.. notes.WentPoorly.Select(Recorded), .. proposals.Poorly],
            ActionItems = _facts.ActionItemsBy(instant),
        };
    }

    private DateTimeOffset? Started => incident.Times.Started?.Instant;

    private DateTimeOffset? LastResolved => _facts.ResolvedBy(instant)?.Instant;

    private DateTimeOffset? Began => Started ?? incident.Times.Detected?.Instant ?? incident.Times.Declared?.Instant;

    private static PostMortemPoint Recorded(string text) => new() { Text = text };

    private string Lasted() =>
        (Started, LastResolved) is ({ } started, { } resolved) && _figures.ToResolve is { } duration
            ? $" It lasted {TimeWords.Duration(duration)}, {TimeWords.Span(started, resolved)}."
            : "";

    private string? Affected()
    {
        if (incident.CustomersAffected is null && incident.Symptom is null)
            return null;
        return Joined(
            incident.CustomersAffected switch
            {
                true => $"Customers were affected{(incident.Feature is { } feature ? ": " + feature : "")}.",
                false => "No customer was affected.",
                _ => null,
            },
            incident.Symptom is { } symptom ? Sentence(symptom) : null,
            incident.DataLost switch { true => "Data was lost.", false => "No data was lost.", _ => null });
    }

    private string? Resolved()
    {
        var told = incident.History.Where(happened => !(_facts.TimeOf(happened).Instant > instant))
            .Select(happened => happened switch { ServiceMitigated e => e.Statement, IncidentResolved e => e.Statement, _ => null })
            .Where(text => !string.IsNullOrWhiteSpace(text));
        return Joined([Mitigated(), ResolvedAt(), .. told.Select(text => Sentence(text!))]);
    }

    private string? Mitigated()
    {
        if (incident.Times.Mitigated?.Instant is not { } at || at > instant)
            return null;
        var how = _facts.Occurrences<ServiceMitigated>().First(mitigated => mitigated.At == at).Fact.How switch
        {
            MitigatedBy.Rollback => " by a rollback",
            MitigatedBy.ScaleUp => " by adding capacity",
            MitigatedBy.CutDependency => " by cutting a dependency",
            MitigatedBy.Fix => " by a fix",
            MitigatedBy.Vendor => " by the vendor",
            MitigatedBy.Itself => " by itself",
            _ => "",
        };
        var again = _facts.RecurrencesBy(instant) is > 0 and var times
            ? $" for the first time; the failure came back {TimeWords.Count(times, "time")}"
            : "";
        return $"Service was back {TimeWords.When(at, Began)}{how}{again}.";
    }

    private string? ResolvedAt() =>
        LastResolved is { } at ? $"The incident was resolved {TimeWords.When(at, Began)}." : null;

    private static string? Joined(params string?[] sentences) =>
        sentences.OfType<string>().ToList() is { Count: > 0 } told ? string.Join(' ', told) : null;

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed is [.., '.' or '!' or '?' or '…'] ? trimmed : trimmed + ".";
    }
}
