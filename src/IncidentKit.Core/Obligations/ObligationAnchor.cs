namespace IncidentKit;

/// <summary>What a host's own obligation counts from.</summary>
/// <remarks>Immutable, and thread-safe where the host's own test is.</remarks>
public sealed class ObligationAnchor
{
    private ObligationAnchor(string words, Func<LedgerReading, string, OwnTerms, IEnumerable<Obligation>> rows) =>
        (Words, Rows) = (words, rows);

    /// <summary>T0: the first alert or report.</summary>
    public static ObligationAnchor Detection { get; } = new("T0", (reading, name, own) => reading.OwnSinceDetection(name, own));

    /// <summary>The first acknowledgement; where nobody has acknowledged by the response deadline, that deadline.</summary>
    public static ObligationAnchor Acknowledgement { get; } =
        new("acknowledgement", (reading, name, own) => reading.OwnSinceAcknowledgement(name, own));

    /// <summary>Each recurrence.</summary>
    public static ObligationAnchor EachRecurrence { get; } = new(
        "each recurrence",
        (reading, name, own) =>
            reading.Own(name, own, isStartUnknown: false, reading.Facts.Recurrences.Select(r => (r.At, r.Fact.Sequence))));

    /// <summary>The anchor in words.</summary>
    public string Words { get; }

    internal Func<LedgerReading, string, OwnTerms, IEnumerable<Obligation>> Rows { get; }

    /// <summary>The first fact of a kind.</summary>
    /// <param name="words">The fact in words, such as "data was lost".</param>
    /// <param name="isIt">Whether a fact is one of that kind; pure, and called from any thread.</param>
    public static ObligationAnchor First(string words, Func<IncidentEvent, bool> isIt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        ArgumentNullException.ThrowIfNull(isIt);
        return new(words, (reading, name, own) => reading.OwnSinceFirst(name, own, isIt));
    }

    /// <inheritdoc />
    public override string ToString() => Words;
}
