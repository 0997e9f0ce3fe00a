using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Testing;

/// <summary>
/// Finds values of a policy that contradict each other: levels that ask for less though they are more severe, and things that
/// come due in the wrong order.
/// </summary>
internal static class PolicyAdvice
{
    private const int MostHolidays = 60;

    // A Monday; two weeks from it show each day and hour that a calendar tells apart, but for holidays.
    private static readonly DateTimeOffset Monday = new(2025, 11, 17, 0, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DateTimeOffset> Hours = [.. Enumerable.Range(0, 14 * 24).Select(hour => Monday.AddHours(hour))];

    private static readonly (string Key, Func<SeverityLevel, TimeSpan?> Of)[] Spans =
    [
        ("staffWithin", l => l.StaffWithin),
        ("firstPublicUpdateWithin", l => l.FirstPublicUpdateWithin),
        ("updateEvery", l => l.UpdateEvery),
        ("standUpWithin.fromDetection", l => l.StandUpWithin?.FromDetection),
        ("standUpWithin.fromAcknowledgement", l => l.StandUpWithin?.FromAcknowledgement),
        ("mitigateWithin.fromDetection", l => l.MitigateWithin?.FromDetection),
        ("mitigateWithin.fromAcknowledgement", l => l.MitigateWithin?.FromAcknowledgement),
    ];

    public static IEnumerable<PolicyFinding> Of(IncidentPolicy policy) =>
        BetweenLevels(policy)
            .Concat(policy.Levels.SelectMany(level => InOrder(level)))
            .Concat(InOrder(policy))
            .Select(found => new PolicyFinding(found.Place, found.Reason, PolicyFindingSeverity.Advice));

    private static IEnumerable<(string Place, string Reason)> BetweenLevels(IncidentPolicy policy)
    {
        for (var i = 0; i + 1 < policy.Levels.Count; i++)
        {
            var (more, less) = (policy.Levels[i], policy.Levels[i + 1]);
            if (LaterResponse(more, less, policy.Calendar) is { } later)
                yield return (At(more, "response"), later);
            foreach (var (key, span) in Spans)
            {
                if (AsksLess(span(more), span(less)) && !(key == "staffWithin" && more.Staffing < less.Staffing))
                    yield return (At(more, key), Less(more, InWords(span(more)), less, InWords(span(less))));
            }

            if (more.WatchFor is null ? less.WatchFor is not null : more.WatchFor < less.WatchFor)
                yield return (At(more, "watchFor"), Less(more, InWords(more.WatchFor), less, InWords(less.WatchFor)));
            foreach (var (key, strength, word) in Strengths)
            {
                if (strength(more) < strength(less))
                    yield return (At(more, key), Less(more, word(more), less, word(less)));
            }
        }
    }

    private static readonly (string Key, Func<SeverityLevel, int> Strength, Func<SeverityLevel, string> Word)[] Strengths =
    [
        ("staffing", l => (int)l.Staffing, l => Word(l.Staffing)),
        ("postMortem", l => (int)l.PostMortem, l => Word(l.PostMortem)),
        ("paging", l => -(int)l.Paging, l => Word(l.Paging)),
    ];

    // People and channel stand before it is mitigated.
    private static IEnumerable<(string Place, string Reason)> InOrder(SeverityLevel level)
    {
        var (stand, mitigate) = (level.StandUpWithin, level.MitigateWithin);
        (string Key, string What, TimeSpan? Within, TimeSpan? Mitigated, string Since)[] steps =
        [
            ("staffWithin", "the roles are filled", level.StaffWithin, mitigate?.FromAcknowledgement, "after acknowledgement"),
            ("standUpWithin.fromAcknowledgement", "level and channel stand",
                stand?.FromAcknowledgement, mitigate?.FromAcknowledgement, "after acknowledgement"),
            ("standUpWithin.fromDetection", "level and channel stand", stand?.FromDetection, mitigate?.FromDetection, "after detection"),
        ];
        foreach (var (key, what, within, mitigated, since) in steps.Where(step => step.Within > step.Mitigated))
            yield return (At(level, key), $"{what} ({InWords(within)} {since}) only after it is mitigated ({InWords(mitigated)} {since})");
    }

    private static IEnumerable<(string Place, string Reason)> InOrder(IncidentPolicy policy)
    {
        if (policy.EarlyPromise > policy.LatePromise)
        {
            yield return (
                "earlyPromise",
                $"early, when news is wanted most, an update may be promised {InWords(policy.EarlyPromise)} ahead, "
                    + $"and later {InWords(policy.LatePromise)} at the most (latePromise)");
        }

        var days = Hours.Concat(policy.Calendar.Holidays.Where(day => day.Year is > 1 and < 9999).Take(MostHolidays).SelectMany(day =>
            Enumerable.Range(-15, 20).Select(d => new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero).AddDays(d))));
        foreach (var resolved in days)
        {
            var fixedBy = resolved.Plus(policy.PostMortemWithin);
            var held = policy.Calendar.IsBusinessDay(policy.Calendar.DateAt(fixedBy))
                ? fixedBy
                : policy.Calendar.EndOfBusinessDayAfter(fixedBy, 1);
            var published = policy.Calendar.EndOfBusinessDayAfter(resolved, policy.PublishOnBusinessDay);
            if (published >= held)
                continue;
            yield return (
                "publishOnBusinessDay",
                "a post-mortem is published before it is held: "
                    + $"resolved at {When.At(resolved)}, it is published by {When.At(published)} and held by {When.At(held)} "
                    + "(postMortemWithin)");
            yield break;
        }
    }

    private static string? LaterResponse(SeverityLevel more, SeverityLevel less, BusinessCalendar calendar)
    {
        foreach (var detected in Hours)
        {
            var (due, dueOfLess) = (more.Response.DueFrom(detected, calendar), less.Response.DueFrom(detected, calendar));
            if (due > dueOfLess)
            {
                return $"{more.Name} is more severe than {less.Name} and answered later: detected at {When.At(detected)}, "
                    + $"it is acknowledged by {When.At(due)}, and {less.Name} by {When.At(dueOfLess)}";
            }
        }

        return null;
    }

    private static bool AsksLess(TimeSpan? more, TimeSpan? less) => less is not null && (more is null || more > less);

    private static string At(SeverityLevel level, string key) => Invariant($"levels[{level.Rank - 1}].{key}");

    private static string Less(SeverityLevel more, string value, SeverityLevel less, string other) =>
        $"{more.Name} is more severe than {less.Name} and asks for less: {value}, where {less.Name} has {other}";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string InWords(TimeSpan? span) => span?.ToString("c", CultureInfo.InvariantCulture) ?? "nothing";
}
