namespace IncidentKit.Templates;

/// <summary>The messages that the facts of one incident are enough for.</summary>
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
        var posted = incident.History.OfType<UpdatePosted>()
            .Where(update => update.Audience == UpdateAudience.Public)
            .Select(TimeOf)
            .Where(at => at is not null)
            .Min();
        _first = posted ?? noticed;
        var isIdentified = incident.History.Any(happened => happened is CauseIdentified && TimeOf(happened) <= _first);
        var initial = new InitialNotificationBuilder(context)
            .Draft(_first)
            .Affecting(_feature)
            .Status(isIdentified ? PublicStatus.Identified : PublicStatus.Investigating);
        Add(_symptom is null ? initial : initial.Symptom(_symptom));
    }

    // Progress is told to those who have heard of it, until it is over.
    private void AddProgress()
    {
        var resolved = incident.Times.Resolved?.Instant;
        foreach (var happened in incident.History)
        {
            (ProgressMoment Moment, PublicStatus Status)? told = happened switch
            {
                CauseIdentified => (ProgressMoment.CauseFound, PublicStatus.Identified),
                ServiceMitigated => (ProgressMoment.Mitigated, PublicStatus.Monitoring),
                EscalatedUnmitigated => (ProgressMoment.Escalated, PublicStatus.Investigating),
                IncidentRecurred { Kept: false } => (ProgressMoment.Recurred, PublicStatus.Investigating),
                _ => null,
            };
            if (told is { } update && TimeOf(happened) is { } at && !(at <= _first) && !(at >= resolved))
                Add(new ProgressUpdateBuilder(context).Draft(at).After(update.Moment).Status(update.Status));
        }
    }

    private void AddResolution()
    {
        if (_symptom is null || (details.WhatHappened ?? incident.Cause) is not { } whatHappened)
            return;
        Add(new ResolutionNotificationBuilder(context)
            .Draft(incident.Times.Resolved?.Instant)
            .Affecting(_feature)
            .Experienced(_symptom)
            .WhatHappened(whatHappened));
    }

    private void Add<TBuilder>(NotificationBuilder<TBuilder> builder)
        where TBuilder : NotificationBuilder<TBuilder>
    {
        if (builder.Check().Count == 0)
            _drafts.Add(builder.Build());
    }

    private DateTimeOffset? TimeOf(IncidentEvent happened) => incident.TimeOf(happened).Instant;
}
