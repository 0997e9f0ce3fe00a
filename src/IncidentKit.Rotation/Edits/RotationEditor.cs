namespace IncidentKit.Rotation;

/// <summary>Ends the layer at a handoff, and begins a layer of the same name there with its mark on the right entry.</summary>
internal static class RotationEditor
{
    /// <summary>How many handoffs are looked at for one at which the turn before is over.</summary>
    public const int MostHandoffs = 1000;

    public static EditedSchedule Apply(OnCallSchedule schedule, string name, DateTimeOffset notBefore, IReadOnlyList<RotationEdit> edits)
    {
        var versions = schedule.Clock.VersionsOf(name);
        var draft = new RotationDraft(versions.Count > 0 ? versions[^1].Layer : null, 0);
        draft.Apply(edits);
        List<ScheduleFault> faults = [];
        FindFaults(schedule, name, notBefore, versions, faults);
        faults.AddRange(draft.Faults);
        if (faults.Count > 0)
            throw new OnCallScheduleException(faults);
        var layer = versions[^1];
        foreach (var (turn, handoff) in HandoffSequence.Turns(layer, notBefore.UtcTicks, long.MaxValue).Take(MostHandoffs))
        {
            if (IsOver(layer, turn, handoff) && NextVersion.Of(schedule, layer, turn, handoff, edits) is { } next)
                return Replace(schedule, layer, turn, handoff, next);
        }

        AddNoHandoff(layer, notBefore, faults);
        throw new OnCallScheduleException(faults);
    }

    private static void FindFaults(
        OnCallSchedule schedule, string name, DateTimeOffset notBefore, IReadOnlyList<LayerClock> versions, List<ScheduleFault> faults)
    {
        if (versions.Count == 0)
        {
            var names = string.Join(", ", schedule.LayerNames);
            faults.Add("layer", $"The schedule \"{schedule.Name}\" has no layer \"{name}\".", $"Name one of: {names}.");
        }
        else if (versions[^1].Layer.Grid is null)
        {
            const string remedy = "Give it a rotation, or change its roster in the definition.";
            faults.Add("layer", $"\"{name}\" has no rotation, hence no handoff.", remedy);
        }
        else if (versions.SkipLast(1).Any(v => HandoffSequence.Turns(v, notBefore.UtcTicks, long.MaxValue).Any()))
        {
            faults.Add(
                "notBefore",
                $"\"{name}\" is edited from {versions[^1].Layer.Start:yyyy-MM-dd'T'HH:mm:ss'Z'} on already, "
                    + "and that edit knows nothing of this one.",
                "Give that instant or a later one, or edit the schedule as it was before.");
        }
        else if (!HandoffSequence.Turns(versions[^1], notBefore.UtcTicks, long.MaxValue).Any())
        {
            AddNoHandoff(versions[^1], notBefore, faults);
        }
    }

    // Where windows of two turns overlap, the turn before goes on after the handoff, and no new roster may take it over.
    private static bool IsOver(LayerClock layer, long turn, long handoff)
    {
        if (!layer.CountsActiveDays)
            return true;
        var end = Math.Min(handoff + (3 * TimeSpan.TicksPerDay), DateTime.MaxValue.Ticks);
        for (var at = handoff; at < end;)
        {
            var span = layer.At(at);
            if (span.TurnsOnDuty.Any(onDuty => onDuty < turn))
                return false;
            at = span.Until;
        }

        return true;
    }

    private static EditedSchedule Replace(OnCallSchedule schedule, LayerClock old, long turn, long handoff, NextVersion next)
    {
        var at = new DateTimeOffset(handoff, TimeSpan.Zero);
        List<OnCallLayer> layers = [.. schedule.Layers];
        var index = layers.IndexOf(old.Layer);
        layers[index] = next.Layer;
        if (old.Bounds.Start < handoff)
            layers.Insert(index, old.Layer.With(old.Layer.Roster, old.Layer.Grid!, old.Layer.Start, at));
        return new EditedSchedule(
            new OnCallSchedule(schedule.Definition.With(layers, schedule.Definition.Overrides)),
            old.Layer.Name,
            at,
            old.EntryOf(turn),
            next.Entry);
    }

    private static void AddNoHandoff(LayerClock layer, DateTimeOffset notBefore, List<ScheduleFault> faults) => faults.Add(
        "notBefore",
        $"\"{layer.Layer.Name}\" has no handoff at or after {Iso8601.Format(notBefore)} at which the turn before is over.",
        "Give an earlier instant, let the layer end later, or let the windows of one day end before those of the next begin.");
}
