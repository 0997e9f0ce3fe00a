namespace IncidentKit.Templates;

/// <summary>What a person adds to drafts where the facts of the incident do not tell it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record NotificationDetails
{
    /// <summary>The feature that is affected; that of the incident, else the service, where null.</summary>
    public string? Feature { get; init; }

    /// <summary>What customers see; the incident's symptom where null.</summary>
    public string? Symptom { get; init; }

    /// <summary>What happened; the incident's cause where null, to be put into the customers' words before it is sent.</summary>
    public string? WhatHappened { get; init; }
}
