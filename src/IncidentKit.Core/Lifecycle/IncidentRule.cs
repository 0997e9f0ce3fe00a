namespace IncidentKit;

/// <summary>One rule of the process that is not a move between phases.</summary>
/// <remarks>A rule is pure: the same context gives the same answer. Immutable once made, and thread-safe where its check is.</remarks>
public sealed class IncidentRule
{
    /// <summary>The id, such as "IK2001"; a host's own rules carry a prefix of the host's.</summary>
    public required string Id { get; init; }

    /// <summary>What the rule is about; violations of the rule have the same category.</summary>
    public required ViolationCategory Category { get; init; }

    /// <summary>The rule in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What to do where the rule stands in the way.</summary>
    public required string Remedy { get; init; }

    /// <summary>What the default policy does where the rule is broken.</summary>
    public required RuleEnforcement Default { get; init; }

    /// <summary>Whether every policy enforces it: nothing sound can be recorded of what is malformed or does not fit the phase.</summary>
    public bool IsMandatory { get => field || Category == ViolationCategory.Validation; internal init; }

    /// <summary>Whether a named person may waive the rule's demand with a reason (P28).</summary>
    public bool IsWaivable { get; init; }

    /// <summary>The kinds of command it looks at; empty for all.</summary>
    public IReadOnlyList<Type> AppliesTo { get; init; } = [];

    /// <summary>The check: null where the rule is kept.</summary>
    public required Func<RuleContext, RuleBreach?> Check { get; init; }

    /// <summary>
    /// The steps that help where the rule is broken, for <c>IncidentLifecycle.WayTo</c>; null where the rule does not say, and
    /// then no way is known past it.
    /// </summary>
    /// <remarks>Each is tried before it is shown. An empty answer says that nothing helps.</remarks>
    public Func<RuleContext, IEnumerable<StepOffer>>? Steps { get; init; }

    /// <summary>An example that satisfies the rule; null if there is none.</summary>
    /// <remarks>The policy laws of <c>IncidentKit.Testing</c> check the examples of custom rules.</remarks>
    public RuleExample? Passing { get; init; }

    /// <summary>An example that violates the rule; null if there is none.</summary>
    public RuleExample? Failing { get; init; }

    /// <summary>Whether the strict policy warns as well: a refusal would only hide what has happened.</summary>
    internal bool WarnsInStrict { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Summary}";
}
