using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Paging;

/// <summary>A random story of paging: a policy, who stands behind words, whom pages reach, and what people do, minute by minute.</summary>
internal sealed class PagingScript
{
    public const int Minutes = 150;

    private static readonly string[] Words = ["on-call", "team lead", "engineering lead", "VP Engineering"];
    private static readonly Responder[] People = [Alice, Bob, Carol, new("dan"), new("eve"), new("finn")];

    private readonly Dictionary<(string Word, bool Late), Responder[]> _behind = [];
    private readonly Dictionary<Responder, int> _reachedFrom = [];

    public PagingScript(int seed)
    {
        var random = new Random(seed);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        // A Tuesday afternoon, its night, and the minutes before hours close and open.
        From = Pick(
            Start,
            Start,
            Start.Date.AddHours(2).AddMinutes(10).Utc(),
            Start.Date.AddHours(16).AddMinutes(52).Utc(),
            Start.Date.AddHours(8).AddMinutes(20).Utc());
        var steps = Enumerable.Range(0, random.Next(1, 4))
            .Select(
                _ => new EscalationStep { Targets = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Target(random)).Distinct()] })
            .ToList();
        Policy = new IncidentPolicy
        {
            Name = "random",
            Escalation = random.Next(3) == 0 ? EscalationPolicy.Default : new EscalationPolicy
            {
                Steps = steps, OnCallStep = random.Next(1, steps.Count + 1), Repeats = random.Next(3),
                AcknowledgeWithin = TimeSpan.FromMinutes(random.Next(1, 7)), Silence = TimeSpan.FromMinutes(random.Next(5, 20)),
            },
        };
        foreach (var word in Words)
        {
            foreach (var late in new[] { false, true })
            {
                _behind[(word, late)] = random.Next(5) == 0
                    ? []
                    : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(People)).Distinct()];
            }
        }

        foreach (var person in People)
            _reachedFrom[person] = random.Next(4) == 0 ? random.Next(Minutes) : 0;
        Declaration = new()
        {
            By = Pick<Actor>(Bot, Bot, Bot, Alice),
            Title = "Checkout fails",
            Service = "checkout",
            Level = Pick<int?>(null, null, 1, 2, 3, 4),
        };
        for (var i = random.Next(9); i > 0; i--)
        {
            var minute = random.Next(1, Minutes);
            if (!Commands.TryGetValue(minute, out var commands))
                Commands.Add(minute, commands = []);
            commands.Add(Command(random));
        }
    }

    public static SystemActor Bot { get; } = new("alerts");

    public DateTimeOffset From { get; }

    public IncidentPolicy Policy { get; }

    public DeclareIncident Declaration { get; }

    public SortedDictionary<int, List<IncidentCommand>> Commands { get; } = [];

    public IReadOnlyList<Responder> Behind(string word, DateTimeOffset at) =>
        _behind.TryGetValue((word, at >= From.AddMinutes(40)), out var people) ? people : [];

    public bool IsReached(Responder person, DateTimeOffset at) => at >= From.AddMinutes(_reachedFrom[person]);

    private static EscalationTarget Target(Random random) => random.Next(6) == 0
        ? EscalationTarget.Of(People[random.Next(People.Length)])
        : EscalationTarget.Of(Words[random.Next(Words.Length)]);

    private static IncidentCommand Command(Random random)
    {
        var person = People[random.Next(3)];
        return random.Next(16) switch
        {
            0 or 1 or 2 => new Acknowledge { By = person },
            3 or 4 => new Classify { By = person, Level = random.Next(1, 5) },
            5 => new Classify { By = Bot, Level = random.Next(1, 5) },
            6 => new AddNote { By = person, Text = "seen" },
            7 => new AddNote { By = Bot, Text = "error rate 7%" },
            8 => new ReportRecurrence { By = Bot },
            9 => new ReportRecurrence { By = person },
            10 => new ReportRecovered { By = Bot },
            11 => new AssignRole { By = Bot, Role = IncidentRole.IncidentCommander, To = person },
            12 => new Page { By = person, To = People[random.Next(People.Length)] },
            13 => new Page { By = person, Audience = random.Next(2) == 0 ? "VP Engineering" : null },
            14 => new BeginMitigation { By = person },
            _ => random.Next(3) == 0
                ? new CancelIncident { By = person, Because = CancellationReason.FalseAlarm, Reason = "a test" }
                : new LowerSeverity { By = person, Level = random.Next(2, 5), Reason = "one region" },
        };
    }
}
