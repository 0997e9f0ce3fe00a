namespace IncidentKit;

/// <summary>A short story that shows a rule: what was done before, and the command that the rule looks at.</summary>
/// <remarks>The steps are a minute apart. Immutable and thread-safe.</remarks>
/// <param name="Story">The example in one sentence.</param>
/// <param name="Given">What was done before, after the declaration.</param>
/// <param name="Command">The command that the rule looks at.</param>
public sealed record RuleExample(string Story, IReadOnlyList<IncidentCommand> Given, IncidentCommand Command);
