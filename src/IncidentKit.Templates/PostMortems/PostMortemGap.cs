namespace IncidentKit.Templates;

/// <summary>Something that a post-mortem lacks.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Part">The part, such as "root cause".</param>
/// <param name="Message">What to write, in a few words.</param>
public sealed record PostMortemGap(string Part, string Message);
