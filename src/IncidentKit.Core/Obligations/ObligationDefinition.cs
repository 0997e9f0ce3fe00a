namespace IncidentKit;

/// <summary>What starts an obligation, by when it is due, what fulfills it, and where it is required.</summary>
/// <remarks>
/// The built-in obligations are written with it too. A change of the terms that creates the obligation or brings it forward leaves
/// the full time after the change. A change that removes it, a waiver or the end of the incident waives it while it is pending. The
/// functions must be pure. If one throws, the obligation is <see cref="ObligationStatus.Unknown"/> with the exception, and nothing
/// else is affected. Immutable, and thread-safe if the functions are.
/// </remarks>
public sealed class ObligationDefinition
{
    /// <summary>Creates a custom obligation that is required everywhere and fulfilled by <see cref="MeetObligation"/>.</summary>
    /// <param name="name">The name, with a prefix of the host: <c>acme.tellRegulator</c>.</param>
    /// <param name="trigger">What starts it.</param>
    /// <param name="deadline">By when it is due.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ObligationDefinition(string name, ObligationTrigger trigger, ObligationDeadline deadline)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(deadline);
        Name = name;
        Trigger = trigger;
        Deadline = deadline;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What starts it.</summary>
    public ObligationTrigger Trigger { get; }

    /// <summary>By when it is due.</summary>
    public ObligationDeadline Deadline { get; }

    /// <summary>What fulfills it. <see cref="MeetObligation"/> fulfills a custom obligation in any case.</summary>
    /// <value><see cref="FulfillmentCondition.Command"/>.</value>
    public FulfillmentCondition FulfilledBy
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = FulfillmentCondition.Command;

    /// <summary>The terms under which it is required; null for all. Asked again at each change of the terms.</summary>
    public Func<ObligationTerms, bool>? When { get; init; }

    /// <summary>Where it is not required, in words, for documentation.</summary>
    public string NotRequired
    {
        get => field ?? (When is null ? "–" : "where its condition does not hold");
        init;
    }

    /// <summary>
    /// Whether resolution ends it: it is not required if the incident is resolved by its due instant, and a fulfillment after the
    /// resolution is late.
    /// </summary>
    public bool UntilResolution { get; init; }

    /// <summary>Whether it is owed to the public, so that it is waived while the incident is restricted (P62).</summary>
    public bool IsOwedToPublic { get; init; }

    /// <summary>Whether a waiver is final. By default, a later change of the terms makes the obligation due again.</summary>
    public bool IsWaiverFinal { get; init; }

    /// <summary>Whether it is a custom obligation, not a built-in one.</summary>
    public bool IsCustom => !BuiltInObligations.Contains(this);

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>What fulfills each start.</summary>
    internal Func<ObligationStart, Fulfillment> FulfillmentIn(ObligationEvaluation evaluation)
    {
        var fulfillment = FulfilledBy.Read(evaluation);
        if (!IsCustom)
            return fulfillment;
        var commands = evaluation.Facts.SeriesOf(e => e is ObligationMet met && met.Obligation == Name);
        return start => fulfillment(start).Or(Fulfillment.By(commands, start.FulfilledFrom, evaluation.Instant));
    }

    internal bool IsRequired(ObligationTerms terms) => When?.Invoke(terms) != false && Deadline.AppliesTo(terms);
}
