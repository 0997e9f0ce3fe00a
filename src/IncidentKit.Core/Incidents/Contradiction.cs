namespace IncidentKit;

/// <summary>Two times that contradict each other.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="What">The figure that has no value for it, or <c>order</c>.</param>
/// <param name="Earlier">The name of the time that should come first.</param>
/// <param name="Later">The name of the time that should come last.</param>
/// <param name="Message">The contradiction in one sentence.</param>
public sealed record Contradiction(string What, string Earlier, string Later, string Message);
