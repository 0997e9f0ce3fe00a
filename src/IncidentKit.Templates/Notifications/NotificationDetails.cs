namespace IncidentKit.Templates;

/// <summary>What a person adds to drafts beyond the facts of the incident.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record NotificationDetails
{
    /// <summary>The affected feature; if null, that of the incident, else the service.</summary>
    public string? Feature { get; init; }

    /// <summary>What customers see; the incident's symptom where null.</summary>
    public string? Symptom { get; init; }

    /// <summary>What happened; if null, the cause of the incident, which is not written for customers.</summary>
    public string? WhatHappened { get; init; }
}
