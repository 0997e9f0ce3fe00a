namespace IncidentKit.Tests.Severity;

/// <summary>The process in plain words, and every way in which unknown facts may turn out. It shares no code with the library.</summary>
internal static class SlowClassifier
{
    public static readonly bool?[] Flags = [null, false, true];
    public static readonly ImpactFunction?[] Functions =
        [null, ImpactFunction.Cosmetic, ImpactFunction.Minor, ImpactFunction.Major, ImpactFunction.Critical];
    public static readonly ImpactState?[] States = [null, ImpactState.Degraded, ImpactState.Failing];
    public static readonly ImpactReach?[] Reaches = [null, ImpactReach.Some, ImpactReach.Many, ImpactReach.Most];

    /// <summary>Every combination of known and unknown facts.</summary>
    public static IEnumerable<ImpactFacts> Everything =>
        from lost in Flags
        from exposed in Flags
        from customers in Flags
        from function in Functions
        from state in States
        from reach in Reaches
        select new ImpactFacts
        {
            DataLost = lost,
            DataExposed = exposed,
            CustomersAffected = customers,
            Function = function,
            State = state,
            Reach = reach,
        };

    /// <summary>Every combination of known facts.</summary>
    public static IReadOnlyList<ImpactFacts> Known { get; } = [.. Everything.Where(f => f is
    { DataLost: not null, DataExposed: not null, CustomersAffected: not null, Function: not null, State: not null, Reach: not null
    })];

    /// <summary>All pairs of known facts of which the first is the same impact or more.</summary>
    public static IReadOnlyList<(ImpactFacts More, ImpactFacts Less)> Pairs { get; } =
        [.. from less in Known from more in Known where IsAtLeast(more, less) select (more, less)];

    /// <summary>Every way in which what is unknown may turn out.</summary>
    public static IEnumerable<ImpactFacts> Completions(ImpactFacts facts) => Known.Where(known => Fits(known, facts));

    /// <summary>The level of known facts, as P03 has it.</summary>
    public static int Level(ImpactFacts f)
    {
        if (f.DataLost == true || f.DataExposed == true)
            return 1;
        if (f.CustomersAffected == false || f.Function == ImpactFunction.Cosmetic)
            return 4;
        var many = f.Reach is ImpactReach.Many or ImpactReach.Most;
        return (f.Function, f.State, many) switch
        {
            (ImpactFunction.Critical, ImpactState.Failing, _) => f.Reach == ImpactReach.Most ? 1 : 2,
            (ImpactFunction.Major, ImpactState.Failing, true) => 2,
            (ImpactFunction.Critical or ImpactFunction.Major, ImpactState.Degraded, true) => 2,
            _ => 3,
        };
    }

    public static int[] Open(ImpactFacts facts) => [.. Completions(facts).Select(Level).Distinct().Order()];

    /// <summary>
    /// The question whose worst answer leaves the fewest levels, then the fewest on average, then the first;
    /// null where nothing is open.
    /// </summary>
    public static ImpactFact? Ask(ImpactFacts facts)
    {
        if (Open(facts).Length == 1)
            return null;
        var completions = Completions(facts).ToList();
        return Enum.GetValues<ImpactFact>()
            .Where(fact => completions.GroupBy(c => Without(c, fact)).Any(same => same.Select(Level).Distinct().Count() > 1))
            .OrderBy(fact => Left(fact).Max()).ThenBy(fact => Left(fact).Average()).ThenBy(fact => fact).First();

        List<int> Left(ImpactFact fact) =>
            [.. completions.GroupBy(c => Answer(c, fact)).Select(same => same.Select(Level).Distinct().Count())];
    }

    public static object? Answer(ImpactFacts facts, ImpactFact fact) => fact switch
    {
        ImpactFact.Data => (facts.DataLost, facts.DataExposed),
        ImpactFact.Customers => facts.CustomersAffected,
        ImpactFact.Function => facts.Function,
        ImpactFact.State => facts.State,
        _ => facts.Reach,
    };

    public static ImpactFacts Without(ImpactFacts facts, ImpactFact fact) => WithAnswer(facts, fact, ImpactFacts.Unknown);

    /// <summary>The facts, with one answered as <paramref name="truth"/> has it.</summary>
    public static ImpactFacts WithAnswer(ImpactFacts facts, ImpactFact fact, ImpactFacts truth) => fact switch
    {
        ImpactFact.Data => facts with { DataLost = truth.DataLost, DataExposed = truth.DataExposed },
        ImpactFact.Customers => facts with { CustomersAffected = truth.CustomersAffected },
        ImpactFact.Function => facts with { Function = truth.Function },
        ImpactFact.State => facts with { State = truth.State },
        _ => facts with { Reach = truth.Reach },
    };

    /// <summary>Whether the first is the same impact as the second or more, in each fact.</summary>
    public static bool IsAtLeast(ImpactFacts more, ImpactFacts less) =>
        (less.DataLost == false || more.DataLost == true)
        && (less.DataExposed == false || more.DataExposed == true)
        && (less.CustomersAffected == false || more.CustomersAffected == true)
        && more.Function >= less.Function && more.State >= less.State && more.Reach >= less.Reach;

    private static bool Fits(ImpactFacts known, ImpactFacts facts) =>
        (facts.DataLost ?? known.DataLost) == known.DataLost && (facts.DataExposed ?? known.DataExposed) == known.DataExposed
        && (facts.CustomersAffected ?? known.CustomersAffected) == known.CustomersAffected
        && (facts.Function ?? known.Function) == known.Function
        && (facts.State ?? known.State) == known.State && (facts.Reach ?? known.Reach) == known.Reach;
}
