namespace IncidentKit;

/// <summary>A stream of events cannot be replayed. Nothing was changed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentStreamException : FormatException
{
    internal IncidentStreamException(
        IncidentStreamFault fault,
        string message,
        long? sequence = null,
        string? typeName = null,
        Exception? inner = null)
        : base(message, inner) => (Fault, Sequence, TypeName) = (fault, sequence, typeName);

    /// <summary>What is wrong.</summary>
    public IncidentStreamFault Fault { get; }

    /// <summary>The sequence number found at the fault, where there is one.</summary>
    public long? Sequence { get; }

    /// <summary>The name of the unknown kind, where that is the fault.</summary>
    public string? TypeName { get; }
}
