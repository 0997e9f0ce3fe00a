namespace IncidentKit.Testing.Tests.Obligations;

/// <summary>A custom obligation can do what a built-in one can: the same definition has the same rows.</summary>
public sealed class OneEngineTests
{
    private const int Incidents = 500;
    private const int Commands = 30;

    private static readonly IncidentPolicy Policy = new()
    {
        Name = "acme",
        Obligations = [.. IncidentPolicy.Default.Obligations, .. TwinObligations.All],
    };

    private static readonly ObligationLedger Ledger = new(Policy);

    [Fact]
    public void At_BuiltInObligationsWrittenAsCustomOnes_HaveTheSameRows()
    {
        Assert.Equal(
            IncidentPolicy.Default.Obligations.Select(o => TwinObligations.Prefix + o.Name), TwinObligations.All.Select(o => o.Name));
        var seen = new Dictionary<(string, ObligationStatus), int>();
        var compared = 0;
        for (var seed = 1; seed <= Incidents; seed++)
        {
            foreach (var (incident, instant) in Moments(seed))
            {
                var rows = Ledger.At(incident, instant).ToLookup(o => o.Name.StartsWith(TwinObligations.Prefix, StringComparison.Ordinal));
                var custom = rows[true].ToList();
                var builtIn = rows[false].Select(o => o with { Name = TwinObligations.Prefix + o.Name }).ToList();
                if (!builtIn.SequenceEqual(custom))
                    Assert.Fail($"{seed} at {instant:O}:\n{string.Join("\n", builtIn.Except(custom).Concat(custom.Except(builtIn)))}");
                foreach (var row in custom)
                    seen[(row.Name, row.Status)] = seen.GetValueOrDefault((row.Name, row.Status)) + 1;
                compared++;
            }
        }

        Assert.True(compared >= 10_000, $"{compared}");
        // Each obligation was seen in each status that it can have; only "acknowledge" is required everywhere.
        var never = TwinObligations.All.SelectMany(_ => Enum.GetValues<ObligationStatus>(), (o, status) => (o.Name, status))
            .Where(row => !seen.ContainsKey(row))
            .ToList();
        Assert.Equal([(TwinObligations.Prefix + ObligationNames.Acknowledge, ObligationStatus.NotRequired)], never);
    }

    // The incident after each command at that time, and the last one at every instant at which something changes.
    private static IEnumerable<(Incident Incident, DateTimeOffset Instant)> Moments(int seed)
    {
        var random = new Random(seed);
        var story = new IncidentStory(Policy, new DeclareIncident
        {
            By = random.Next(2) == 0 ? IncidentStory.Alice : IncidentStory.Monitor,
            Title = "Checkout fails",
            Service = "checkout",
            Level = random.Next(4) is var level and > 0 ? level : null,
            Retrospective = seed % 5 == 0,
        });
        var (incident, now) = (story.Incident, story.Now);
        foreach (var step in IncidentSteps.Of(seed, Commands))
        {
            now = NextTime(incident, now, step.Gap, random);
            var rows = Ledger.At(incident, now);
            var pending = rows.Where(o => o.Status == ObligationStatus.Pending).Take(4).ToList();
            var command = random.Next(18) switch
            {
                0 => new Acknowledge { By = IncidentStory.Bob },
                1 => new PostUpdate { By = IncidentStory.Bob, Audience = UpdateAudience.Public, Text = "We are at work." },
                < 4 when pending.Count > 0 => Waiver(random, pending[random.Next(pending.Count)].Name),
                > 14 => Staffed(random.Next(3)),
                _ => IncidentSteps.CommandOf(Policy, incident, step with { Odd = 1, Ago = random.Next(12) == 0 ? 9 : 20 }, now),
            };
            var past = rows.SelectMany(o => new[] { o.DueAt, o.Since, o.MetAt }).OfType<DateTimeOffset>().Where(at => at <= now).ToList();
            if (command is ReportCommand && !command.When.IsUnknown && past.Count > 0 && random.Next(3) == 0)
                command = command with { When = When.At(past[random.Next(past.Count)]) };
            // A corrected waiver would part the twins, and a word meets the custom one alone.
            if (command is MeetObligation
                || (command is CorrectTime { Of: var of } && incident.History.Any(e => e.Sequence == of && e is ObligationWaived)))
            {
                continue;
            }

            incident = command is WaiveObligation waiver
                ? WaiveBoth(story.Lifecycle, incident, waiver, now)
                : story.Lifecycle.Decide(incident, command, now).Incident!;
            yield return (incident, now);
        }

        foreach (var instant in InstantsOf(incident))
            yield return (incident, instant);
    }

    // As often on a due instant as beside it, and sometimes days later.
    private static DateTimeOffset NextTime(Incident incident, DateTimeOffset now, int minutes, Random random) => random.Next(24) switch
    {
        0 => now.AddDays(4),
        < 8 when Ledger.NextDue(incident, now) is { } due && due < now.AddDays(3) => due,
        < 16 => now.AddMinutes(1),
        _ => now.AddMinutes(minutes),
    };

    private static AssignRole Staffed(int role) => new()
    {
        By = IncidentStory.Alice,
        Role = (IncidentRole)role,
        To = new[] { IncidentStory.Alice, IncidentStory.Bob, IncidentStory.Carol }[role],
    };

    private static WaiveObligation Waiver(Random random, string obligation) =>
        new() { By = random.Next(2) == 0 ? IncidentStory.Bob : IncidentStory.Monitor, Obligation = obligation, Reason = "no need" };

    // A waiver names one obligation; its twin is waived by the same command.
    private static Incident WaiveBoth(IncidentLifecycle lifecycle, Incident incident, WaiveObligation waiver, DateTimeOffset now)
    {
        var name = waiver.Obligation.Replace(TwinObligations.Prefix, "", StringComparison.Ordinal);
        var first = lifecycle.Decide(incident, waiver with { Obligation = name }, now);
        if (!first.IsAccepted)
            return incident;
        var second = lifecycle.Decide(first.Incident!, waiver with { Obligation = TwinObligations.Prefix + name }, now);
        return second.IsAccepted ? second.Incident! : incident;
    }

    private static IEnumerable<DateTimeOffset> InstantsOf(Incident incident)
    {
        var facts = incident.History.Select(e => e.When.Instant).OfType<DateTimeOffset>().Append(IncidentStory.Start).ToList();
        var last = facts.Max().AddDays(20);
        var due = Ledger.At(incident, last).Select(o => o.DueAt).OfType<DateTimeOffset>();
        return facts.Concat(due).SelectMany(at => new[] { at.AddTicks(-1), at }).Append(last).Distinct();
    }
}
