using FsCheck.Xunit;
using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Edits;

/// <summary>What holds of any edit of any rotation.</summary>
[Process("P44")]
[Process("P45")]
[Properties(MaxTest = 300, EndSize = int.MaxValue)]
public sealed class EditLaws
{
    [Property]
    public void Edit_AnyEdits_ChangesNothingBeforeItsHandoff(int seed)
    {
        foreach (var (random, schedule, edited, _) in EditsOf(seed))
        {
            Assert.True(edited.Handoff >= random.From);
            Assert.Contains(edited.Handoff, schedule.Handoffs(edited.Layer, edited.Handoff, edited.Handoff.AddTicks(1)));
            var from = edited.Handoff.AddDays(-20);
            Assert.Empty(ScheduleDiff.Between(schedule, edited.Schedule, from, edited.Handoff));
            for (var at = from; at < edited.Handoff; at = at.AddMinutes(171))
                Assert.Equal(schedule.OnCallAt(at), edited.Schedule.OnCallAt(at));
            Assert.Equal(schedule.OnCallAt(edited.Handoff.AddTicks(-1)), edited.Schedule.OnCallAt(edited.Handoff.AddTicks(-1)));
        }
    }

    [Property]
    public void Edit_AnyEdits_GoesOnWithTheEntryWhoseTurnItWouldBe(int seed)
    {
        foreach (var (_, schedule, edited, naive) in EditsOf(seed))
        {
            var old = schedule.Clock.VersionsOf(edited.Layer)[^1];
            var layer = edited.Schedule.Clock.VersionsOf(edited.Layer)[^1];
            var turn = TurnAt(layer, edited.Handoff);
            Assert.Equal(Text(old.EntryOf(TurnAt(old, edited.Handoff))), Text(edited.WouldHaveBeen));
            Assert.Equal(naive.Round[0], Text(edited.Next));
            Assert.Equal(naive.Round, Enumerable.Range(0, naive.Count).Select(i => Text(layer.EntryOf(turn + i))));
            Assert.Equal(edited.Handoff.UtcTicks, layer.HandoffOf(turn));
        }
    }

    [Property]
    public void Edit_RosterWithoutRemoval_LeavesTheTurnAtTheHandoffAlone(int seed)
    {
        foreach (var (random, schedule, edited, _) in EditsOf(seed, most: 1))
        {
            // Who stands in for whom follows the order of the roster, which changes.
            if (schedule.Definition.TimeOff.Count > 0
                || edited.Next != edited.WouldHaveBeen
                || schedule.NextHandoff(edited.Layer, edited.Handoff) is not { } next
                || next > random.To.AddDays(60))
            {
                continue;
            }

            var ends = edited.Schedule.NextHandoff(edited.Layer, edited.Handoff) ?? next;
            Assert.Empty(ScheduleDiff.Between(schedule, edited.Schedule, edited.Handoff, ends < next ? ends : next));
        }
    }

    [Property(MaxTest = 100)]
    public void Edit_AnyEdits_SurvivesJson(int seed)
    {
        foreach (var (random, _, edited, _) in EditsOf(seed))
        {
            var again = OnCallSchedule.Parse(edited.Schedule.ToJson());
            Assert.Equal(edited.Schedule.ToJson(), again.ToJson());
            Assert.Empty(ScheduleDiff.Between(edited.Schedule, again, random.From, random.To.AddDays(60)));
        }
    }

    [Property(MaxTest = 100)]
    public void Edit_Edited_AnswersAsTheSlowWalker(int seed)
    {
        foreach (var (random, _, edited, _) in EditsOf(seed))
        {
            if (edited.Handoff > random.To.AddDays(40))
                continue;
            var slow = new SlowSchedule(edited.Schedule.Definition, random.Year);
            foreach (var at in Enumerable.Range(-30, 60)
                .Select(i => edited.Handoff.AddHours(i * 7))
                .SelectMany(t => new[] { t.AddTicks(-1), t }))
            {
                Assert.Equal($"{at:O} {slow.At(at.UtcTicks)}", $"{at:O} {Text(edited.Schedule.OnCallAt(at))}");
            }
        }
    }

    private static IEnumerable<(RandomSchedule Random, OnCallSchedule Before, EditedSchedule After, NaiveRotation Naive)> EditsOf(
        int seed, int most = 4)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        var chance = new Random(seed);
        foreach (var layer in schedule.Clock.Layers.Where(l => l.Layer.Grid is not null))
        {
            var handoff = HandoffSequence.Turns(layer, random.From.UtcTicks, long.MaxValue).Select(t => t.Handoff).FirstOrDefault(-1);
            if (handoff < 0 || handoff > random.To.AddDays(200).UtcTicks)
                continue;
            var edits = new RandomEdits(chance, layer.Layer.Roster.Entries, chance.Next(1, most + 1));
            if (!edits.LeavesSomebody)
                continue;
            EditedSchedule edited;
            try
            {
                edited = schedule.Edit(layer.Layer.Name, random.From, edits.Edits);
            }
            catch (OnCallScheduleException e)
            {
                // Where each handoff lies within windows of the turn before, or never comes again, that is what it says.
                Assert.Equal("notBefore", Assert.Single(e.Faults).Place);
                continue;
            }

            var turn = TurnAt(layer, edited.Handoff);
            yield return (random, schedule, edited, edits.Apply(new NaiveRotation(layer.Layer.Roster.Entries, layer.IndexOf(turn))));
        }
    }

    private static long TurnAt(LayerClock layer, DateTimeOffset handoff) =>
        HandoffSequence.Turns(layer, handoff.UtcTicks, handoff.UtcTicks + 1).Single().Turn;

    private static string Text(OnCallPeople people) => string.Join(",", people.Select(p => p.Id));
}
