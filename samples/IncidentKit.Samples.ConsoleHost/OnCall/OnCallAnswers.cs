using System.Text.Json;
using IncidentKit.Rotation;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>What the schedule says, in the shape that is printed.</summary>
internal static class OnCallAnswers
{
    public static WhoDocument Who(OnCallSchedule schedule, IEnumerable<DateTimeOffset> instants) =>
        new([.. instants.Select(at => Who(schedule, at))]);

    public static ShiftsDocument Shifts(OnCallSchedule schedule, Interval range) => new(
        range.Start,
        range.End,
        [
            .. schedule.ClippedShifts(range.Start, range.End)
                .Select(shift => new ShiftRow(shift.Person.Id, shift.Start!.Value, shift.End!.Value)),
        ]);

    public static GapsDocument Gaps(OnCallSchedule schedule, Interval range) => new(
        range.Start, range.End, [.. schedule.Gaps(range.Start, range.End).Select(gap => new GapRow(gap.Start, gap.End))]);

    public static HandoffsDocument Handoffs(OnCallSchedule schedule, string layer, Interval range) => new(
        layer, range.Start, range.End, [.. schedule.Handoffs(layer, range.Start, range.End)]);

    public static CheckDocument Check(OnCallSchedule schedule) => new(
        [
            .. ScheduleValidator.Check(schedule).Select(finding => new FindingRow(
                JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()), finding.Place, finding.Message, finding.Remedy)),
        ]);

    public static DiffDocument Diff(OnCallSchedule before, OnCallSchedule after, Interval range) => new(
        range.Start,
        range.End,
        [
            .. ScheduleDiff.Between(before, after, range.Start, range.End)
                .Select(c => new ChangeRow(c.Time.Start, c.Time.End, [.. c.Before.Select(p => p.Id)], [.. c.After.Select(p => p.Id)])),
        ]);

    private static WhoAnswer Who(OnCallSchedule schedule, DateTimeOffset at)
    {
        var reasons = schedule.Why(at).Reasons.ToLookup(reason => reason.Person);
        return new(
            at,
            [
                .. schedule.ShiftsAt(at)
                    .Select(shift => new WhoPerson(shift.Person.Id, LayerOf(reasons[shift.Person]), shift.Start, shift.End)),
            ]);
    }

    // Whom an override put there is there for no layer.
    private static string? LayerOf(IEnumerable<OnCallReason> reasons) =>
        reasons.FirstOrDefault(reason => reason.Overrides.Count == 0)?.Layer;
}
