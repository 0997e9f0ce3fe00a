namespace IncidentKit;

/// <summary>One thing that is wrong with a document.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Place">Where: a JSON path, or a line.</param>
/// <param name="Reason">What is wrong, and how it should read.</param>
public sealed record DocumentFault(string Place, string Reason);
