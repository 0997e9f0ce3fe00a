namespace IncidentKit;

/// <summary>One page to one person: what it tells, as data and as a short plain text.</summary>
/// <remarks>
/// Of a restricted incident it holds no title, service, symptom or message (P62): only the code word. Immutable and thread-safe.
/// Instants are in UTC.
/// </remarks>
public sealed class PageRequest
{
    /// <summary>The stable id: the same page has the same one, whoever sends it and however often.</summary>
    public required string Delivery { get; init; }

    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number that people use, where there is one.</summary>
    public int? Number { get; init; }

    /// <summary>Who is paged.</summary>
    public required Responder To { get; init; }

    /// <summary>How urgent it is.</summary>
    public required PageUrgency Urgency { get; init; }

    /// <summary>What is wrong; the code word of a restricted incident.</summary>
    public required string Title { get; init; }

    /// <summary>The service; null for a restricted incident.</summary>
    public string? Service { get; init; }

    /// <summary>What users see, where it was said; null for a restricted incident.</summary>
    public string? Symptom { get; init; }

    /// <summary>The name of the level; null until somebody sets one.</summary>
    public string? Level { get; init; }

    /// <summary>Since when: T0, where it is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the page is made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why this person, now.</summary>
    public required PagingCause Cause { get; init; }

    /// <summary>The same in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The step of the escalation policy; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>How often the steps had been repeated.</summary>
    public int? Repeat { get; init; }

    /// <summary>The audience word behind which the person stands; null where the person was named.</summary>
    public string? Audience { get; init; }

    /// <summary>Who else is paged at the same time.</summary>
    public IReadOnlyList<Responder> Others { get; init; } = [];

    /// <summary>Whether the person must acknowledge, and within what time the next step is paged otherwise.</summary>
    public TimeSpan? AcknowledgeWithin { get; init; }

    /// <summary>What the person who asked for the page adds; null for a restricted incident.</summary>
    public string? Message { get; init; }

    /// <summary>Whether it is a drill (P63).</summary>
    public bool IsDrill { get; init; }

    /// <summary>Whether only those who handle the incident may read its texts (P62).</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A short plain text for a person at three in the morning: what, how bad, since when, who else, what to do.</summary>
    public string Summary => PageText.Of(this);
}
