using System.Globalization;
using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>What helps where a gate demands something.</summary>
internal static class GateSteps
{
    private static readonly StepOffer Closing = StepOffer.Give(
        "Post a public update that it is resolved.",
        v =>
            new PostUpdate { By = v.Person("By"), Audience = UpdateAudience.Public, Text = v.Text("Text"), Status = PublicStatus.Resolved },
        By,
        StepParameter.Text("Text", "what the update says"));

    private static readonly StepOffer EndedEarly =
        StepOffer.Give("End the watch early.", v => new EndWatch { By = v.Person("By"), Reason = v.Text("Reason") }, By, Reason)
            .As(StepResort.Fallback);

    public static IEnumerable<StepOffer> Lower(RuleContext context)
    {
        if (context.Command is not LowerSeverity { Level: var named })
            yield break;
        var (levels, level) = (context.Policy.Levels.Count, context.Incident.Level);
        if (named == level)
            yield return StepOffer.NothingToDo;
        if (level is { } set && set < levels)
        {
            yield return StepOffer.Change(
                "Name a lower level.",
                nameof(LowerSeverity.Level),
                (c, v) => (LowerSeverity)c with { Level = v.Number("Level") },
                StepParameter.Choice("Level", Ranks(set + 1, levels)));
        }

        // What has a level is not raised in order to be lowered, unless nothing else helps.
        if (named > 1)
            yield return Classify(Enumerable.Range(1, named - 1), named - 1).As(level is null ? StepResort.Act : StepResort.Fallback);
    }

    public static IEnumerable<StepOffer> Page(RuleContext context)
    {
        // What was posted a little ahead of the clock stands until its time has come.
        if (context.Incident.Facts.Updates.FindLast(u => u.Fact.Audience == UpdateAudience.Public) is { At: var last }
            && last > context.Now)
        {
            yield return StepOffer.Wait(last);
        }

        yield return Closing;
    }

    public static IEnumerable<StepOffer> InTime(RuleContext context)
    {
        if (context is not { Command: ReopenIncident, Incident.EndedAt: { } ended })
            yield break;
        yield return StepOffer.Change(
            "Say when it came back, if that was in time.",
            nameof(IncidentCommand.When),
            (c, v) => c with { When = When.At(v.Instant("When")) },
            StepParameter.Instant("When", ended, ended.Plus(context.Policy.ReopenWithin)));
    }

    public static IEnumerable<StepOffer> Watch(RuleContext context)
    {
        if (context.Command.When.IsNow
            && context.Incident.Facts.Resolved.LastWhen?.Instant is { } resolved
            && context.Level.WatchFor is { } watch)
        {
            yield return StepOffer.Wait(resolved.Plus(watch));
        }

        yield return EndedEarly;
    }

    public static IEnumerable<StepOffer> Items(RuleContext context)
    {
        if (context.Incident.ActionItems.FirstOrDefault(item => !item.IsComplete) is not { } item)
            yield break;
        List<StepParameter> missing = [By];
        if (string.IsNullOrWhiteSpace(item.Owner))
            missing.Add(StepParameter.Line("Owner", "who does it"));
        if (item.Due is null)
            missing.Add(StepParameter.Date("Due", DateOnly.FromDateTime(context.Now.UtcDateTime)));
        if (string.IsNullOrWhiteSpace(item.Priority))
            missing.Add(StepParameter.Line("Priority", "a priority"));
        yield return StepOffer.Give(
            string.Create(CultureInfo.InvariantCulture, $"Say what action item {item.Number} lacks."),
            v => new AmendActionItem
            {
                By = v.Person("By"),
                Number = item.Number,
                Owner = v.Find("Owner") as string,
                Due = v.Find("Due") as DateOnly?,
                Priority = v.Find("Priority") as string,
            },
            missing);
    }

    public static IEnumerable<StepOffer> Alerts(RuleContext context) =>
        context.Incident.TemporaryAlerts.FirstOrDefault(alert => !alert.IsTakenDown) is { Number: var number }
            ? [StepOffer.Give(
                string.Create(CultureInfo.InvariantCulture, $"Take down temporary alert {number}."),
                v => new TakeDownTemporaryAlert { By = v.Person("By"), Number = number },
                By)]
            : [];

    private static string[] Ranks(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(rank => rank.ToString(CultureInfo.InvariantCulture))];
}
