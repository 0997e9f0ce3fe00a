using System.Text.Json.Serialization;

namespace IncidentKit.Events;

/// <summary>Nobody knows these facts: see <see cref="UnknownFacts"/>.</summary>
public sealed record FactsUnknown : IncidentEvent
{
    /// <summary>The names of the facts.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public required IReadOnlyList<string> Facts { get; init => field = EquatableStringList.From(value)!; }

    internal override bool IsWork => false;

    internal override string? FaultAfter(IncidentBuilder incident) =>
        Facts.FirstOrDefault(fact => !UnknownFacts.IsKnown(fact)) is { } unknown
            ? $"names the fact \"{unknown}\", which does not exist"
            : null;
}

/// <summary>The incident got a better title.</summary>
public sealed record Retitled : IncidentEvent
{
    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Title = map(Title) };

    internal override IncidentEvent MapNames(Incident incident) => this with { Title = incident.TitleForOutsiders };

    internal override void Apply(IncidentBuilder incident) => incident.Title = Title;
}

/// <summary>A note, a marked chat message, a link.</summary>
public sealed record NoteAdded : IncidentEvent
{
    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>A link to evidence.</summary>
    public string? Link { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = map(Text), Link = Map(map, Link) };
}

/// <summary>
/// A custom fact, which means something to the host and nothing to the library. Outsiders of a restricted incident do not see it.
/// </summary>
public sealed record CustomFactRecorded : IncidentEvent
{
    internal const int MaxBytes = 65_536;

    /// <summary>The name, with a prefix of the host's.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What is known, as JSON text: keys in ordinal order, without blanks, numbers as they were written. Compared as text.
    /// </summary>
    public required string Data { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) =>
        map(Data) is var mapped && mapped == Data ? this : this with { Data = CanonicalJson.OfText(mapped) };

    internal override IncidentEvent MapNames(Incident incident) =>
        this with { Name = IncidentKit.Incident.RestrictedText, Data = "null" };

    internal static bool HasPrefix(string? name) =>
        name?.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < name.Length - 1;
}

/// <summary>The time at which an earlier fact happened was corrected.</summary>
public sealed record TimeCorrected : IncidentEvent
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>When it really happened.</summary>
    public required When To { get; init; }

    /// <summary>How it is known.</summary>
    public required string Reason { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override void Apply(IncidentBuilder incident)
    {
        if (Of < 1 || Of > incident.History.Count)
            return;
        if (incident.History[(int)Of - 1] is IncidentDetected)
            incident.Detected = To;
        if (incident.Ended is not null && Of == incident.EndedBy)
            incident.Ended = To;
    }
}

/// <summary>The text of an earlier fact was replaced; the fact itself stays.</summary>
public sealed record TextRedacted : IncidentEvent
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };
}
