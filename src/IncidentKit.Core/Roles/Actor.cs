using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>Who did something: a person (<see cref="Responder"/>) or a program (<see cref="SystemActor"/>).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Responder), "person")]
[JsonDerivedType(typeof(SystemActor), "system")]
public abstract record Actor
{
    private protected Actor()
    {
    }

    /// <summary>The name shown to people.</summary>
    public abstract string Name { get; }

    /// <inheritdoc />
    public sealed override string ToString() => Name;
}

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

/// <summary>A program: a monitor, a bot, an importer. It acts and reports, but holds no role and decides nothing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SystemActor : Actor
{
    /// <summary>Creates a program's name.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public SystemActor(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <inheritdoc />
    public override string Name { get; }
}
