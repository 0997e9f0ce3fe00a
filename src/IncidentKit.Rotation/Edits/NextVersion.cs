using System.Collections.Frozen;

namespace IncidentKit.Rotation;

/// <summary>The layer that follows an edited one from a handoff on, and the entry whose turn begins there.</summary>
internal sealed record NextVersion(OnCallLayer Layer, OnCallPeople Entry)
{
    /// <summary>Null if the grid of the new layer does not hand over at that instant, because the clocks moved the handoff.</summary>
    public static NextVersion? Of(OnCallSchedule schedule, LayerClock old, long turn, long handoff, IReadOnlyList<RotationEdit> edits)
    {
        var draft = new RotationDraft(old.Layer, old.IndexOf(turn));
        draft.Apply(edits);
        var (grid, newTurn) = draft.Length is { } length && length != old.Layer.Grid!.Length
            ? WithLength(old, turn, length)
            : (old.Layer.Grid!, turn);
        var first = (int)((draft.Next - newTurn) % draft.Entries.Count);
        grid = grid with { First = first < 0 ? first + draft.Entries.Count : first };
        var layer = old.Layer.With(new Roster(draft.Entries), grid, new DateTimeOffset(handoff, TimeSpan.Zero), old.Layer.End);
        var clock = new LayerClock(layer, schedule.TimeZone, schedule.Definition.Holidays.ToFrozenSet(), schedule.Definition.LocalTime);
        return clock.HandoffOf(newTurn) == handoff && clock.HandoffOf(newTurn + 1) > handoff
            ? new NextVersion(layer, draft.Entries[draft.Next])
            : null;
    }

    // The new origin is the local time of the handoff as the old grid has it, which the clocks may have skipped.
    private static (TurnGrid Grid, long Turn) WithLength(LayerClock old, long turn, int length)
    {
        var grid = old.Layer.Grid! with { Length = length };
        if (old.CountsActiveDays)
            return (grid with { StartDate = DateOnly.FromDayNumber(old.FirstDayOf(turn)!.Value) }, 0);
        var local = new DateTime(old.Turns!.LocalOf(turn));
        if (grid is not { Unit: TurnUnit.Monthly, Align: GridAlignment.Start })
            return (grid with { StartDate = DateOnly.FromDateTime(local), StartTime = TimeOnly.FromDateTime(local) }, 0);
        var (back, origin) = OriginOf(local, grid.StartDate.Day, length);
        return (grid with { StartDate = origin }, back);
    }

    // An origin in a short month would shorten all later months.
    private static (int Back, DateOnly Origin) OriginOf(DateTime handoff, int day, int length)
    {
        const int most = 48;
        var month = (handoff.Year * 12L) + handoff.Month - 1;
        var best = (Back: 0, Origin: DateOnly.FromDateTime(handoff));
        for (var back = 0; back <= most && month - ((long)back * length) >= 12; back++)
        {
            var (year, index) = Math.DivRem(month - ((long)back * length), 12);
            var days = Math.Min(day, DateTime.DaysInMonth((int)year, (int)index + 1));
            if (days > best.Origin.Day)
                best = (back, new DateOnly((int)year, (int)index + 1, days));
        }

        return best;
    }
}
