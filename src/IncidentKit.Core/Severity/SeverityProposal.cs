namespace IncidentKit;

/// <summary>The level that a table proposes for some impact facts, and why (P03, P04).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SeverityProposal
{
    internal SeverityProposal(
        IReadOnlyList<int> open,
        SeverityRow row,
        IReadOnlyList<ImpactFact> decidedBy,
        string because,
        IReadOnlyList<ImpactFact> assumed,
        ImpactFact? askNext) =>
        (Open, Row, DecidedBy, Because, Assumed, AskNext) = (open, row, decidedBy, because, assumed, askNext);

    /// <summary>The rank of the level: the most severe of those that are open.</summary>
    public int Level => Open[0];

    /// <summary>The ranks of all levels that the unknown facts leave open, the most severe first.</summary>
    public IReadOnlyList<int> Open { get; }

    /// <summary>Whether one level is left, whatever the unknown facts turn out to be.</summary>
    public bool IsSettled => Open.Count == 1;

    /// <summary>The row of the table that gives the level; where several may, the one that assumes the least, then the first.</summary>
    public SeverityRow Row { get; }

    /// <summary>
    /// The known facts that decided: those that the row asks for. Where it asks for none, a least set of facts that
    /// rule out what is more severe.
    /// </summary>
    public IReadOnlyList<ImpactFact> DecidedBy { get; }

    /// <summary>What is known of those facts, in words, such as "data was exposed"; empty where nothing that is known decided.</summary>
    public string Because { get; }

    /// <summary>
    /// The facts that the row asks for and that are not known: it fits if they turn out so. Where the level is settled all the
    /// same, other rows give it otherwise.
    /// </summary>
    public IReadOnlyList<ImpactFact> Assumed { get; }

    /// <summary>The unknown fact whose knowledge narrows the open levels best; null where the level is settled.</summary>
    /// <remarks>
    /// Its worst answer leaves the fewest levels open; among equals, its answers leave the fewest on average; then the order of
    /// <see cref="ImpactFact"/> counts.
    /// </remarks>
    public ImpactFact? AskNext { get; }

    /// <summary>That fact as a question, such as "how many are affected"; null where the level is settled.</summary>
    public string? Question => AskNext is { } fact ? ImpactWords.Question(fact) : null;

    /// <summary>The proposal in one sentence.</summary>
    public override string ToString()
    {
        var because = Because.Length > 0 ? $" ({Because})" : "";
        if (IsSettled && Assumed.Count > 0)
            return Invariant($"Level {Level}, however the unknown facts turn out{because}.");
        return IsSettled
            ? Invariant($"Level {Level}: {Row.Reason}{because}.")
            : Invariant($"Level {Level}, the worst of {string.Join(" and ", Open)}: it may be that {Row.Reason}{because}. Ask {Question}.");
    }
}
