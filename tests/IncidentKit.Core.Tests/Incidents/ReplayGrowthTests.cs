using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using IncidentKit.Testing;

namespace IncidentKit.Tests.Incidents;

/// <summary>A replay takes about as long for each event of a long history as for each of a short one, whatever happened in it.</summary>
[Process("P24")]
[Collection(nameof(Alone))]
public sealed class ReplayGrowthTests
{
    private const int LeastRounds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly int[] Lengths = [1_250, 2_500, 5_000, 10_000];

    // What a fact refers to has to be there.
    private static readonly Dictionary<Type, Type> After = new()
    {
        [typeof(MitigationRecorded)] = typeof(MitigationBegun),
        [typeof(TemporaryAlertTakenDown)] = typeof(TemporaryAlertSet),
        [typeof(ActionItemCompleted)] = typeof(ActionItemStated), [typeof(ActionItemDropped)] = typeof(ActionItemStated),
        [typeof(AlertCleared)] = typeof(AlertAttached),
        [typeof(ObligationRestated)] = typeof(ObligationMissed),
        [typeof(TextRedacted)] = typeof(NoteAdded),
    };

    public static TheoryData<Type> Kinds => [.. Samples.KindsOf<IncidentEvent>().Where(kind => kind != typeof(IncidentDeclared))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Replay_ManyEventsOfAKind_IsLinear(Type kind) => AssertLinear(length => History(length, kind));

    [Fact]
    public void Replay_OneActionItemStatedAndRedactedAgainAndAgain_IsLinear() => AssertLinear(length => History(length, (_, sequence) =>
        sequence % 2 == 0
            ? new ActionItemStated { Number = 1, Action = "the same", Owner = $"person {sequence}" }
            : new TextRedacted { Of = sequence - 1, Reason = "a secret" }));

    [Fact]
    public void Replay_ManyStatementsOfOneItemRedactedAtTheEnd_IsLinear() => AssertLinear(length => History(length, (_, sequence) =>
        sequence < length / 2
            ? new ActionItemStated { Number = 1, Action = "the same" }
            : new TextRedacted { Of = 2 + length - sequence, Reason = "a secret" }));

    // The shortest of many times is the one that nothing disturbed. Others may use the machine for seconds, so it is tried for a while.
    private static void AssertLinear(Func<int, IncidentEvent[]> historyOf)
    {
        var histories = Lengths.Select(historyOf).ToArray();
        var shortest = Lengths.Select(_ => double.MaxValue).ToArray();
        var slope = double.MaxValue;
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < LeastRounds || (slope >= 1.2 && Stopwatch.GetElapsedTime(begun) < Patience); round++)
        {
            for (var i = 0; i < Lengths.Length; i++)
                shortest[i] = Math.Min(shortest[i], MicrosecondsOf(histories[i]));
            slope = SlopeOf(shortest);
        }

        var times = string.Join(", ", Lengths.Select((length, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{length} events {shortest[i]:0} µs")));
        Assert.True(slope < 1.2, $"The times grow with the power {slope:0.00} of the length: {times}.");
    }

    // Time of the processor, since others use the machine; without collections, whose length depends on all that lives in the process.
    private static double MicrosecondsOf(IncidentEvent[] history)
    {
        GC.TryStartNoGCRegion(100_000_000);
        try
        {
            var begun = Environment.CpuUsage.TotalTime;
            Incident.Replay(history);
            return (Environment.CpuUsage.TotalTime - begun).TotalMicroseconds;
        }
        finally
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                GC.EndNoGCRegion();
        }
    }

    private static double SlopeOf(double[] times)
    {
        var (x, y) = (Lengths.Select(length => Math.Log(length)).ToArray(), times.Select(time => Math.Log(time)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    private static IncidentEvent[] History(int length, Type kind) => History(length, (number, sequence) =>
        !After.TryGetValue(kind, out var earlier) ? Sample(kind, number, sequence)
        : sequence % 2 == 0 ? Sample(earlier, number, sequence)
        : Sample(kind, number - 1, sequence));

    // The numbers of every second event run on by one where two kinds take turns.
    private static IncidentEvent[] History(int length, Func<int, int, IncidentEvent> factAt)
    {
        var events = new IncidentEvent[length];
        events[0] = Samples.Full<IncidentDeclared>(typeof(IncidentDeclared));
        var counts = new Dictionary<Type, int>();
        for (var i = 1; i < length; i++)
        {
            var kind = factAt(1, i + 1).GetType();
            var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            events[i] = factAt(After.ContainsKey(kind) ? number + 1 : number, i + 1);
        }

        for (var i = 0; i < length; i++)
        {
            events[i] = events[i] with
            {
                Incident = Story.Id,
                Sequence = i + 1,
                RecordedAt = Story.Start.AddMinutes(i),
                When = When.At(Story.Start.AddMinutes(i)),
                By = Story.Alice,
            };
        }

        return events;
    }

    // A sample in which every text, number and instant is another one.
    private static IncidentEvent Sample(Type kind, int number, int sequence)
    {
        var sample = Samples.Full<IncidentEvent>(kind);
        foreach (var property in Samples.Keys(kind).Where(property => property.DeclaringType != typeof(IncidentEvent)))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? value = type == typeof(string) ? $"{property.Name} {number}"
                : type == typeof(int) ? number
                : type == typeof(long) ? sequence - 1L
                : type == typeof(DateTimeOffset) ? Story.Start.AddMinutes(number)
                : type == typeof(Responder) ? new Responder($"person {number}")
                : type == typeof(IncidentId) ? CountingIncidentIds.Of(number + 1)
                : type == typeof(IReadOnlyList<string>) ? new[] { kind == typeof(FactsUnknown) ? "roles" : $"key {number}" }
                : property.GetValue(sample);
            property.SetValue(sample, value);
        }

        return sample;
    }
}
