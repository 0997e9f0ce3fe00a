namespace IncidentKit.Templates;

internal sealed class NotificationDrafts(NotificationContext context, Incident incident, NotificationDetails details)
{
    private readonly string _feature = details.Feature ?? incident.Feature ?? incident.Service;
    private readonly string? _symptom = details.Symptom ?? incident.Symptom;
    private readonly List<Notification> _drafts = [];
    private DateTimeOffset? _first;

    public IReadOnlyList<Notification> All()
    {
        if (incident.CustomersAffected == false)
            return [];
        AddFirst();
        AddProgress();
        AddResolution();
        return [.. _drafts.OrderBy(draft => draft.At ?? DateTimeOffset.MaxValue)];
    }

    private void AddFirst()
    {
        var times = incident.Times;
        var noticed = times.Acknowledged?.Instant ?? times.Declared?.Instant ?? times.Detected?.Instant;
        Add(new HoldingMessageBuilder(context).Draft(noticed));
        _first = incident.Facts.PublicUpdates.First(DateTimeOffset.MaxValue) ?? noticed;
        var isIdentified = incident.Facts.Occurrences<CauseIdentified>().Any(identified => identified.At <= _first);
        var initial = new InitialNotificationBuilder(context)
            .Draft(_first)
            .Affecting(_feature)
            .Status(isIdentified ? PublicStatus.Identified : PublicStatus.Investigating);
        Add(_symptom is null ? initial : initial.Symptom(_symptom));
    }

    // Progress follows the first message, until the incident is resolved.
    private void AddProgress()
    {
        var resolved = incident.Facts.ResolvedBy(DateTimeOffset.MaxValue)?.Instant;
        foreach (var (at, happened) in incident.Facts.Occurrences<IncidentEvent>())
        {
            (ProgressMoment Moment, PublicStatus Status)? told = happened switch
            {
                CauseIdentified => (ProgressMoment.CauseFound, PublicStatus.Identified),
                ServiceMitigated => (ProgressMoment.Mitigated, PublicStatus.Monitoring),
                EscalatedUnmitigated => (ProgressMoment.Escalated, PublicStatus.Investigating),
                IncidentRecurred { Kept: false } => (ProgressMoment.Recurred, PublicStatus.Investigating),
                _ => null,
            };
            if (told is { } update && !(at <= _first) && !(at >= resolved))
                Add(new ProgressUpdateBuilder(context).Draft(at).After(update.Moment).Status(update.Status));
        }
    }

    private void AddResolution()
    {
        if (_symptom is null || (details.WhatHappened ?? incident.Cause) is not { } whatHappened)
            return;
        var resolution = new ResolutionNotificationBuilder(context).Draft(context.Resolved);
        Add(resolution.Affecting(_feature).Experienced(_symptom).WhatHappened(whatHappened));
    }

    private void Add<TBuilder>(NotificationBuilder<TBuilder> builder)
        where TBuilder : NotificationBuilder<TBuilder>
    {
        if (builder.Check().Count == 0)
            _drafts.Add(builder.Build());
    }
}
