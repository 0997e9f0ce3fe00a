namespace IncidentKit.Testing;

/// <summary>Something that holds of every good policy. <see cref="PolicyLaws.All"/> has them all.</summary>
/// <remarks>Checked on the policy itself, or on every decision in random incidents. Immutable and thread-safe.</remarks>
public sealed class PolicyLaw
{
    private readonly Func<IncidentPolicy, string?>? _ofPolicy;
    private readonly Func<IncidentMoment, PolicyLawOptions, string?>? _ofMoment;

    internal PolicyLaw(string id, string statement, Func<IncidentPolicy, string?> fault) =>
        (Id, Statement, _ofPolicy) = (id, statement, fault);

    internal PolicyLaw(string id, string statement, Func<IncidentMoment, string?> fault)
        : this(id, statement, (moment, _) => fault(moment))
    {
    }

    internal PolicyLaw(string id, string statement, Func<IncidentMoment, PolicyLawOptions, string?> fault) =>
        (Id, Statement, _ofMoment) = (id, statement, fault);

    /// <summary>The id, such as "POLICY-01"; stable.</summary>
    public string Id { get; }

    /// <summary>The law in one sentence.</summary>
    public string Statement { get; }

    /// <summary>Checks the law on a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How hard it is tried; the usual where null.</param>
    /// <exception cref="LawBrokenException">The law does not hold; the message has the shortest story.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Check(IncidentPolicy policy, PolicyLawOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        options ??= new PolicyLawOptions();
        options.ThrowIfOutOfRange();
        if (_ofPolicy?.Invoke(policy) is { } fault)
            throw new LawBrokenException(Id, Statement, fault);
        // A policy that cannot be followed is the first law's matter; nothing can be played under it.
        if (_ofMoment is null || policy.Validate().Any(fault => fault.Trace.Count == 0))
            return;
        for (var i = 0; i < options.Incidents; i++)
        {
            var play = new PolicyPlay(policy, IncidentSteps.Of(options.Seed + i, options.Commands), moment => _ofMoment(moment, options));
            if (play.Shortest() is { } shortest)
                throw new LawBrokenException(Id, Statement, shortest.Fault, $"Seed {options.Seed + i}, in short:\n{shortest.Story}");
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Statement}";
}
