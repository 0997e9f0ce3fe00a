using FsCheck.Xunit;

namespace IncidentKit.Tests.Severity;

/// <summary>Whatever the table: what is wrong with it is found, with a combination that shows it, and what is right is let pass.</summary>
[Process("P03")]
[Laws(150, Arbitrary = [typeof(RandomTable)])]
public sealed class RandomTableLaws
{
    [Property]
    public void Validate_Holes_AreFound(RandomTable table)
    {
        var holes = SlowClassifier.Known.Where(known => table.RowOf(known) < 0).ToList();
        var faults = FaultsOf(table).Where(f => f.Reason.Contains("have no level", StringComparison.Ordinal)).ToList();

        Assert.Equal(holes.Count > 0, faults.Count == 1);
        Assert.All(faults, f => Assert.Equal("classifier", f.Place));
        Assert.All(faults, f => Assert.Contains($"{holes.Count} of 192", f.Reason, StringComparison.Ordinal));
        Assert.All(faults, f => Assert.Contains(Traces(f), holes.Contains));
    }

    [Property]
    public void Validate_RowsThatNeverDecide_AreFound(RandomTable table)
    {
        var decides = SlowClassifier.Known.Select(table.RowOf).ToHashSet();
        var idle = Enumerable.Range(0, table.Rows.Count).Where(i => !decides.Contains(i)).ToList();
        var faults = FaultsOf(table)
            .Where(f => f.Place != "classifier" && !f.Reason.Contains("more impact", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(idle.Select(i => $"classifier[{i}]"), faults.Select(f => f.Place));
        Assert.All(faults, f => Assert.Contains(
            Traces(f),
            known => f.Reason.Contains($"row {table.RowOf(known) + 1} (\"row {table.RowOf(known)}\") decides", StringComparison.Ordinal)));
    }

    [Property]
    public void Validate_CompleteTable_IsMonotoneOrTheFallIsShown(RandomTable table)
    {
        if (SlowClassifier.Known.Any(known => table.RowOf(known) < 0))
            return;
        var levels = SlowClassifier.Known.ToDictionary(known => known, table.LevelOf);
        var falls = SlowClassifier.Pairs.Any(pair => levels[pair.More] > levels[pair.Less]);
        var faults = FaultsOf(table).Where(f => f.Reason.Contains("more impact lowers", StringComparison.Ordinal)).ToList();

        Assert.Equal(falls, faults.Count > 0);
        Assert.All(faults, f => Assert.Contains(Traces(f), known => f.Place == $"classifier[{table.RowOf(known)}]"
            && SlowClassifier.Known.Any(less => SlowClassifier.IsAtLeast(known, less) && levels[less] < levels[known])));
    }

    [Property]
    public void Propose_CompleteTable_AgreesWithAllCompletions(RandomTable table, int seed)
    {
        if (SlowClassifier.Known.Any(known => table.RowOf(known) < 0))
            return;
        var classifier = new SeverityClassifier(table.Rows);
        var everything = SlowClassifier.Everything.ToList();
        Assert.All(Enumerable.Range(0, 20).Select(i => everything[(int)((uint)(seed + (i * 7919)) % everything.Count)]), facts =>
            Assert.Equal(SlowClassifier.Completions(facts).Select(table.LevelOf).Distinct().Order(), classifier.Propose(facts).Open));
    }

    private static IReadOnlyList<PolicyFault> FaultsOf(RandomTable table) =>
        new IncidentPolicy { Name = "p", Classifier = new SeverityClassifier(table.Rows) }.Validate();

    // The combinations whose words stand in the fault.
    private static IEnumerable<ImpactFacts> Traces(PolicyFault fault) =>
        SlowClassifier.Known.Where(known => fault.Reason.Contains(Words(known), StringComparison.Ordinal));

    private static string Words(ImpactFacts f) => string.Join(", ",
        (f.DataLost, f.DataExposed) switch
        {
            (true, true) => "data was lost and exposed",
            (true, _) => "data was lost",
            (_, true) => "data was exposed",
            _ => "data is safe",
        },
        f.CustomersAffected == true ? "customers are affected" : "no customer is affected",
        f.Function == ImpactFunction.Cosmetic ? "looks only" : $"a {f.Function.ToString()!.ToLowerInvariant()} function",
        f.State.ToString()!.ToLowerInvariant(), $"for {f.Reach.ToString()!.ToLowerInvariant()}");
}
