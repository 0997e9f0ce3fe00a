namespace IncidentKit;

/// <summary>One row of the obligation table.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ObligationDefinition
{
    internal ObligationDefinition(string name, string since, string due, string metBy, string notRequired, Func<LedgerReading, IEnumerable<Obligation>> rows) =>
        (Name, Since, Due, MetBy, NotRequired, Rows, (Passing, Failing)) = (name, since, due, metBy, notRequired, rows, ObligationExamples.Of(name));

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Since when it counts, in words.</summary>
    public string Since { get; }

    /// <summary>By when it is to be met, in words.</summary>
    public string Due { get; }

    /// <summary>What meets it, in words.</summary>
    public string MetBy { get; }

    /// <summary>Where it is not required, in words.</summary>
    public string NotRequired { get; }

    /// <summary>An example in which it is met at the last moment.</summary>
    public ObligationExample Passing { get; }

    /// <summary>An example in which it is missed.</summary>
    public ObligationExample Failing { get; }

    internal Func<LedgerReading, IEnumerable<Obligation>> Rows { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
