namespace IncidentKit.Testing;

/// <summary>A law does not hold: the message says which one, why, and the shortest story that shows it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class LawBrokenException : Exception
{
    internal LawBrokenException(string law, string statement, string reason, string? story = null)
        : base($"{law}: {statement} It does not hold: {reason}{(story is null ? "" : $"\n{story}")}") => (Law, Reason) = (law, reason);

    /// <summary>The id of the law.</summary>
    public string Law { get; }

    /// <summary>Why it does not hold.</summary>
    public string Reason { get; }
}
