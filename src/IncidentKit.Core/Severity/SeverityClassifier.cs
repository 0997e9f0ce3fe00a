using static IncidentKit.ImpactCombinations;

namespace IncidentKit;

/// <summary>
/// Proposes a level from what is known of the impact, by a decision table in which the first row that fits decides (P03, P04).
/// </summary>
/// <remarks>
/// A policy checks the table it is given: every combination of known facts has a level, and more impact never lowers it.
/// Immutable and thread-safe.
/// </remarks>
public sealed class SeverityClassifier
{
    private readonly int[] _rowOf = new int[Count];

    /// <summary>Creates a classifier.</summary>
    /// <param name="rows">The table; the first row that fits decides. The check of a policy says what is wrong with it.</param>
    public SeverityClassifier(IReadOnlyList<SeverityRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = [.. rows];
        var fitting = Rows.Select(
            row => Facts.Select((row ?? throw new ArgumentException("A row is null.", nameof(rows))).Fitting).ToArray()).ToList();
        for (var combination = 0; combination < Count; combination++)
            _rowOf[combination] = fitting.FindIndex(row => Facts.All(fact => (row[(int)fact] >> Value(combination, fact) & 1) != 0));
    }

    /// <summary>The table of the default process, for four levels.</summary>
    public static SeverityClassifier Default { get; } = new(SeverityTable.Default);

    /// <summary>The table.</summary>
    public IReadOnlyList<SeverityRow> Rows { get; }

    /// <summary>The level that follows from what is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A fact has a value that means nothing.</exception>
    /// <exception cref="InvalidOperationException">No row fits; the check of a policy finds such a table.</exception>
    public SeverityProposal Propose(ImpactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var known = ImpactKnowledge.Of(facts);
        var open = OpenIn(known);
        var fits = Enumerable.Range(0, Count).Where(known.Allows).Select(RowAt).Where(row => Rows[row].Level == open[0]).Distinct();
        var row = Rows[fits.MinBy(row => (Assumed(Rows[row], known).Count, row))];
        var assumed = Assumed(row, known);
        List<ImpactFact> decidedBy = row.Asked.Any() ? [.. row.Asked.Except(assumed)] : RulingOut(known, open[0]);
        return new SeverityProposal(
            open, row, decidedBy, ImpactWords.Of(known, decidedBy), assumed, open.Count > 1 ? BestQuestion(known) : null);
    }

    /// <summary>The row that fits a combination; -1 where none does.</summary>
    internal int RowOf(int combination) => _rowOf[combination];

    private static List<ImpactFact> Assumed(SeverityRow row, ImpactKnowledge known) =>
        [.. row.Asked.Where(fact => (known[fact] & ~row.Fitting(fact)) != 0)];

    private int RowAt(int combination) => _rowOf[combination] >= 0 ? _rowOf[combination]
        : throw new InvalidOperationException(
            $"No row of the table fits this impact: {ImpactWords.Of(combination)}. Add a row without conditions at the end.");

    private int LevelAt(int combination) => Rows[RowAt(combination)].Level;

    private List<int> OpenIn(ImpactKnowledge known) =>
        [.. Enumerable.Range(0, Count).Where(known.Allows).Select(LevelAt).Distinct().Order()];

    // Facts are forgotten one by one, those that say least first, as long as nothing more severe comes into question.
    private List<ImpactFact> RulingOut(ImpactKnowledge known, int level)
    {
        List<ImpactFact> kept = [];
        foreach (var fact in Facts.Reverse())
        {
            var without = known.With(fact, ImpactKnowledge.All(fact));
            if (known[fact] == without[fact])
                continue;
            if (OpenIn(without)[0] == level)
                known = without;
            else
                kept.Insert(0, fact);
        }

        return kept;
    }

    private ImpactFact BestQuestion(ImpactKnowledge known) => Facts.Where(fact => Matters(known, fact)).MinBy(fact =>
    {
        var left = Enumerable.Range(0, Size(fact))
            .Where(value => (known[fact] >> value & 1) != 0)
            .Select(value => OpenIn(known.With(fact, 1 << value)).Count)
            .ToList();
        return (left.Max(), left.Average());
    });

    private bool Matters(ImpactKnowledge known, ImpactFact fact) =>
        known.IsOpen(fact) && Enumerable.Range(0, Count).Where(known.Allows).Any(combination =>
            Enumerable.Range(0, Size(fact))
                .Any(value => (known[fact] >> value & 1) != 0 && LevelAt(With(combination, fact, value)) != LevelAt(combination)));
}
