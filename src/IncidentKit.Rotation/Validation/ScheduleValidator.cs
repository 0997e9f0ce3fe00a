namespace IncidentKit.Rotation;

/// <summary>Finds what can never happen in a schedule, and what is not wise, in a range that it names.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ScheduleValidator
{
    /// <summary>All findings, in the order of the schedule.</summary>
    public static IReadOnlyList<ScheduleFinding> Check(OnCallSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        List<ScheduleFinding> findings = [];
        for (var i = 0; i < schedule.Layers.Count; i++)
        {
            var layer = schedule.Clock.Layers[i];
            var place = $"layers[{i}]";
            if (layer.NeverApplies)
            {
                var message = $"\"{layer.Layer.Name}\" ends before it starts.";
                findings.Add(ScheduleFinding.Of(ScheduleFindingKind.LayerNeverApplies, place, message, "Mend its bounds, or remove it."));
                continue;
            }

            // What an edit has ended cannot be mended any more, and need not have served everybody.
            if (schedule.Layers.Any(l => l.Name == layer.Layer.Name && l.Start >= layer.Layer.End))
                continue;
            findings.AddRange(TurnFindings.Of(layer.Layer, place));
            findings.AddRange(LayerFindings.Of(schedule.Definition, layer, place));
        }

        findings.AddRange(HiddenLayers.In(schedule));
        findings.AddRange(IdleOverrides.In(schedule));
        return findings;
    }
}
