namespace IncidentKit.Templates;

/// <summary>The summary of a post-mortem: three questions, each with a short answer (P51).</summary>
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
