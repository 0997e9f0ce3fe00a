using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>A person. Two responders with the same <see cref="Id"/> are the same person.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Responder : Actor
{
    /// <summary>Creates a person.</summary>
    /// <param name="id">A stable key in the host's own system, such as a user name.</param>
    /// <param name="displayName">The name shown to people; the id where null.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    public Responder(string id, string? displayName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        DisplayName = displayName ?? id;
    }

    /// <summary>A stable key in the host's own system; compared ordinally.</summary>
    public string Id { get; }

    /// <summary>The name shown to people; no part of equality.</summary>
    public string DisplayName { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => DisplayName;

    /// <summary>Whether both are the same person.</summary>
    public bool Equals(Responder? other) => other is not null && Id == other.Id;

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
