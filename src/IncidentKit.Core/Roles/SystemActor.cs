namespace IncidentKit;

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
