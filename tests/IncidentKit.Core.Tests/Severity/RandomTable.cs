using FsCheck;
using FsCheck.Fluent;

namespace IncidentKit.Tests.Severity;

/// <summary>
/// A random table, of one to eight rows for four levels, that may be wrong in every way; and what a slow reader says of it.
/// </summary>
public sealed record RandomTable(IReadOnlyList<SeverityRow> Rows)
{
    public static Arbitrary<RandomTable> Arbitrary() =>
        (from rows in Gen.ListOf(Row())
         where rows.Count > 0
         from isClosed in Gen.Elements(true, true, true, false)
         from last in Gen.Choose(2, 4)
         select new RandomTable(
         [
             .. rows.Take(7)
                 .Concat(isClosed ? [new() { Name = "", Level = last, Reason = "else" }] : [])
                 .Select((row, i) => Renamed(row, $"row {i}")),
         ]))
            .ToArbitrary();

    /// <summary>The first row that fits known facts; -1 where none does.</summary>
    public int RowOf(ImpactFacts known) => Rows.TakeWhile(row => !Fits(row, known)).Count() is var i && i < Rows.Count ? i : -1;

    public int LevelOf(ImpactFacts known) => Rows[RowOf(known)].Level;

    public override string ToString() =>
        string.Join(
            "; ",
            Rows.Select(r => $"{r.Name}: {string.Join('|', r.Data)}, {r.CustomersAffected}, {string.Join('|', r.Function)}, "
                + $"{r.State}, {string.Join('|', r.Reach)} -> {r.Level}"));

    private static bool Fits(SeverityRow row, ImpactFacts known) =>
        (row.Data.Count == 0 || row.Data.Any(word => word switch
        {
            DataImpact.Safe => known is { DataLost: false, DataExposed: false },
            DataImpact.Lost => known.DataLost == true,
            _ => known.DataExposed == true,
        }))
        && (row.CustomersAffected ?? known.CustomersAffected) == known.CustomersAffected
        && (row.Function.Count == 0 || row.Function.Contains(known.Function!.Value))
        && (row.State ?? known.State) == known.State
        && (row.Reach.Count == 0 || row.Reach.Contains(known.Reach!.Value));

    private static Gen<SeverityRow> Row() =>
        from level in Gen.Choose(1, 4)
        from data in Some<DataImpact>()
        from customers in Gen.Elements<bool?>(null, null, null, true, false)
        from function in Some<ImpactFunction>()
        from state in Gen.Elements<ImpactState?>(null, null, ImpactState.Failing, ImpactState.Degraded)
        from reach in Some<ImpactReach>()
        select new SeverityRow
        {
            Name = "",
            Level = level,
            Reason = "so",
            Data = data,
            CustomersAffected = customers,
            Function = function,
            State = state,
            Reach = reach,
        };

    private static Gen<T[]> Some<T>()
        where T : struct, Enum =>
        from which in Gen.Choose(0, (1 << Enum.GetValues<T>().Length) - 1)
        from isAsked in Gen.Elements(true, false)
        select isAsked ? Enum.GetValues<T>().Where((_, i) => (which >> i & 1) != 0).ToArray() : [];

    private static SeverityRow Renamed(SeverityRow row, string name) => new()
    {
        Name = name, Level = row.Level, Reason = row.Reason, Data = row.Data,
        CustomersAffected = row.CustomersAffected, Function = row.Function, State = row.State, Reach = row.Reach,
    };
}
