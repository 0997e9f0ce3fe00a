namespace IncidentKit;

/// <summary>No policy has the name.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentPolicyNotFoundException : KeyNotFoundException
{
    /// <summary>Creates the error of a missing policy.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="known">The names that there are.</param>
    public IncidentPolicyNotFoundException(string name, IEnumerable<string> known)
        : base($"There is no incident policy \"{name}\". Known: {string.Join(", ", known)}.") => Name = name;

    /// <summary>The name that was asked for.</summary>
    public string Name { get; }
}
