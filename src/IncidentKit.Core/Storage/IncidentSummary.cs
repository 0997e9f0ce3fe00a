using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>An incident in brief, for lists and searches.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record IncidentSummary
{
    /// <summary>The identity.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>The number that people use, where there is one.</summary>
    public int? Number { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>Words of the host's own.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string> Labels { get; init => field = EquatableStringList.From(value)!; } = EquatableStringList.Empty;

    /// <summary>Whether it is a drill (P63).</summary>
    public bool IsDrill { get; init; }

    /// <summary>Whether only those who handle it may read its texts (P62).</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The neutral word by which outsiders know it; null where it never was restricted.</summary>
    public string? CodeWord { get; init; }

    /// <summary>Where it stands.</summary>
    public required IncidentPhase Phase { get; init; }

    /// <summary>Whether it is neither closed nor cancelled.</summary>
    public bool IsOpen => Phase.IsOpen();

    /// <summary>The rank of its level, 1 being the most severe, as reviewed after the end; null until somebody sets one.</summary>
    public int? Level { get; init; }

    /// <summary>The name of its level; null until somebody sets one.</summary>
    public string? LevelName { get; init; }

    /// <summary>Who commands; null where nobody does.</summary>
    public Responder? Commander { get; init; }

    /// <summary>The channel of record; null until one is opened.</summary>
    public string? Channel { get; init; }

    /// <summary>What the public page says; null while nothing was posted publicly.</summary>
    public PublicStatus? PublicStatus { get; init; }

    /// <summary>When it was declared, as corrected.</summary>
    public required When DeclaredAt { get; init; }

    /// <summary>When it was closed or cancelled; null while it is open.</summary>
    public When? EndedAt { get; init; }

    /// <summary>When its declaration was recorded, in UTC: never unknown, never corrected.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How many events it has.</summary>
    public required long Version { get; init; }

    /// <summary>The brief as outsiders may see it (P62): itself where the incident is not restricted.</summary>
    public IncidentSummary ForOutsiders() => !IsRestricted ? this : this with
    {
        Title = $"Restricted: {CodeWord}",
        Service = Incident.RestrictedText,
        Labels = EquatableStringList.Empty,
        Channel = CodeWord is { } word && Channel?.Contains(word, StringComparison.Ordinal) == true ? Channel : null,
    };

    /// <summary>The number, the title and the phase; of a restricted incident the code word in place of the title.</summary>
    public override string ToString() =>
        $"{(Number is { } number ? $"#{number} " : "")}{(IsRestricted ? $"Restricted: {CodeWord}" : Title)} "
        + $"({Phase}{(LevelName is { } level ? $", {level}" : "")})";

    /// <summary>The brief of <paramref name="incident"/>.</summary>
    public static IncidentSummary Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new()
        {
            Id = incident.Id, Number = incident.Number, Title = incident.Title, Service = incident.Service, Labels = incident.Labels,
            IsDrill = incident.IsDrill, IsRestricted = incident.IsRestricted, CodeWord = incident.CodeWord,
            Phase = incident.Phase, Level = incident.ReviewedLevel ?? incident.Level,
            LevelName = incident.ReviewedLevelName ?? incident.LevelName, Commander = incident.Roles.Commander,
            Channel = incident.Channel, PublicStatus = incident.PublicStatus,
            DeclaredAt = incident.Facts.Declared, EndedAt = incident.Ended,
            RecordedAt = incident.History[0].RecordedAt, Version = incident.Version,
        };
    }
}
