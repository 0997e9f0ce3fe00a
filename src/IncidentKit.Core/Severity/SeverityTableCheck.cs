using static IncidentKit.ImpactCombinations;

namespace IncidentKit;

/// <summary>
/// Finds everything that is wrong with a decision table; each fault of its logic comes with a combination of facts that shows it.
/// </summary>
internal sealed class SeverityTableCheck(SeverityClassifier table, int levels, Action<string, string> add)
{
    private const int MaxRows = Count;

    private readonly IReadOnlyList<SeverityRow> _rows = table.Rows;
    private readonly HashSet<int> _unreadable = [];

    /// <summary>Checks a table for a policy with some number of levels; zero where that is not known.</summary>
    public void Run()
    {
        for (var i = 0; i < _rows.Count; i++)
            CheckForm(i, _rows[i]);
        CheckNames();
        if (_rows.Count > MaxRows)
        {
            add(Place(), Invariant($"a table has at most {MaxRows} rows, and {_rows.Count} were found"));
            return;
        }

        CheckReached();
        CheckComplete();
        CheckMonotone();
    }

    private void CheckForm(int i, SeverityRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name))
            add(Place(i, "name"), "the name is blank");
        if (string.IsNullOrWhiteSpace(row.Reason))
            add(Place(i, "reason"), "the reason is blank: say in a sentence why the level follows");
        if (levels > 0 && (row.Level < 1 || row.Level > levels))
            add(Place(i, "level"), Invariant($"there is no level {row.Level}: the policy has {levels} levels"));
        Words(i, "data", row.Data);
        Words(i, "function", row.Function);
        Words<ImpactState>(i, "state", row.State is { } state ? [state] : []);
        Words(i, "reach", row.Reach);
    }

    private void Words<T>(int i, string key, IReadOnlyList<T> words)
        where T : struct, Enum
    {
        foreach (var word in words.Where(word => !Enum.IsDefined(word)))
        {
            add(Place(i, key), $"{word:D} means nothing: name one of {string.Join(", ", Enum.GetNames<T>())}");
            _unreadable.Add(i);
        }
    }

    private void CheckNames()
    {
        Dictionary<string, int> rowByName = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _rows.Count; i++)
        {
            var name = _rows[i].Name;
            if (!string.IsNullOrWhiteSpace(name) && !rowByName.TryAdd(name, i))
                add(Place(i, "name"), $"row {rowByName[name] + 1} is called \"{name}\" too: give each row a name of its own");
        }
    }

    // A row of which nothing is left for it says nothing, and most likely something else was meant.
    private void CheckReached()
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            if (_unreadable.Contains(i) || Enumerable.Range(0, Count).Any(combination => table.RowOf(combination) == i))
                continue;
            var (row, twin) = (_rows[i], First(other => Facts.All(fact => other.Fitting(fact) == _rows[i].Fitting(fact))));
            var asked = Enumerable.Range(0, Count).Where(combination => Fits(row, combination)).ToList();
            var trace = $"For {ImpactWords.Of(asked[0])}, row {Named(table.RowOf(asked[0]))} decides";
            if (twin == i)
            {
                add(
                    Place(i),
                    "the row can never decide: what it asks for, "
                        + $"{string.Join(" and ", asked.Select(table.RowOf).Distinct().Order().Select(Named))} fit before. "
                        + $"{trace}. Move it up, or remove it");
            }
            else if (_rows[twin].Level == row.Level)
            {
                add(
                    Place(i),
                    $"the row is a duplicate: it asks for the same as row {Named(twin)}, and gives the same level. "
                        + $"{trace}. Remove one of them");
            }
            else
            {
                add(
                    Place(i),
                    Invariant($"the row contradicts row {Named(twin)}: it asks for the same, and gives level {row.Level} ")
                        + Invariant($"where that one gives {_rows[twin].Level}. {trace}. Remove one of them"));
            }
        }
    }

    private void CheckComplete()
    {
        var without = Enumerable.Range(0, Count).Where(combination => table.RowOf(combination) < 0).ToList();
        if (without.Count > 0)
        {
            add(
                Place(),
                Invariant($"{without.Count} of {Count} combinations of facts have no level, such as: {ImpactWords.Of(without[0])}. ")
                    + "Add a row without conditions at the end");
        }
    }

    private void CheckMonotone()
    {
        HashSet<(int, int)> shown = [];
        for (var combination = 0; combination < Count; combination++)
        {
            var less = table.RowOf(combination);
            foreach (var (fact, above) in StepsUp(combination))
            {
                var more = table.RowOf(above);
                if (less < 0 || more < 0 || _rows[more].Level <= _rows[less].Level || !shown.Add((less, more)))
                    continue;
                var (moreLevel, lessLevel) = (_rows[more].Level, _rows[less].Level);
                add(
                    Place(more),
                    Invariant($"more impact lowers the level: row {Named(more)} gives level {moreLevel} for {ImpactWords.Of(above)}, ")
                        + Invariant($"and row {Named(less)} level {lessLevel} for less: {ImpactWords.Of(fact, Value(combination, fact))}. ")
                        + "Put the more severe row first, or let this one ask for less");
            }
        }
    }

    private static bool Fits(SeverityRow row, int combination) =>
        Facts.All(fact => (row.Fitting(fact) >> Value(combination, fact) & 1) != 0);

    private int First(Func<SeverityRow, bool> fits) => _rows.TakeWhile(row => !fits(row)).Count();

    private string Named(int i) => Invariant($"{i + 1} (\"{_rows[i].Name}\")");

    private static string Place() => "classifier";

    private static string Place(int i, string? key = null) => Invariant($"classifier[{i}]{(key is null ? "" : ".")}{key}");
}
