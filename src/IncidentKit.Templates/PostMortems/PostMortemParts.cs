namespace IncidentKit.Templates;

/// <summary>The summary of a post-mortem: three questions, each with a sentence or two for an answer (P51).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PostMortemSummary
{
    /// <summary>What happened.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>Who was affected, and how.</summary>
    public string? WhoWasAffected { get; init; }

    /// <summary>How it was resolved.</summary>
    public string? HowResolved { get; init; }
}

/// <summary>A row of the timeline.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record TimelineEntry
{
    /// <summary>When, in UTC; null where nobody knows.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The step of the process that this was, such as "Detected"; null for everything else.</summary>
    public string? Milestone { get; init; }

    /// <summary>What happened, in words; null where the milestone says it all.</summary>
    public string? Text { get; init; }
}

/// <summary>Who held a role.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record RoleEntry
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Since when, in UTC; null where nobody knows.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Something that went well or poorly.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PostMortemPoint
{
    /// <summary>The point: a condition, with no person as its subject.</summary>
    public required string Text { get; init; }

    /// <summary>What it is about, such as "Communication"; null where nobody said.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it was read from the record, rather than written by people.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>Something that a post-mortem lacks.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Part">The part, such as "root cause".</param>
/// <param name="Message">What to write, in a few words.</param>
public sealed record PostMortemGap(string Part, string Message);
