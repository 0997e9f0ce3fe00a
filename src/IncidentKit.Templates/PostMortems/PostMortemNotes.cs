namespace IncidentKit.Templates;

/// <summary>What people wrote beyond the facts of the incident. It goes before what is drafted.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PostMortemNotes
{
    /// <summary>What happened.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>Who was affected, and how.</summary>
    public string? WhoWasAffected { get; init; }

    /// <summary>How it was resolved.</summary>
    public string? HowResolved { get; init; }

    /// <summary>The root cause; that of the incident where null.</summary>
    public string? RootCause { get; init; }

    /// <summary>What people said went well.</summary>
    public IReadOnlyList<string> WentWell { get; init; } = [];

    /// <summary>What people said went poorly.</summary>
    public IReadOnlyList<string> WentPoorly { get; init; } = [];
}
