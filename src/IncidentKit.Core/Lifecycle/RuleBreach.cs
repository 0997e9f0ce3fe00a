namespace IncidentKit;

/// <summary>That a rule is broken, and how.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Message">What is otherwise than the rule wants, with the facts, as one sentence.</param>
/// <param name="Remedy">What to do first; the rule's own remedy where null.</param>
/// <param name="Field">The field of the command that is meant, where it is one.</param>
public sealed record RuleBreach(string Message, string? Remedy = null, string? Field = null);
