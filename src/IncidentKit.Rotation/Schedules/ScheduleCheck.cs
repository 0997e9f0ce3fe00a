namespace IncidentKit.Rotation;

/// <summary>Finds what makes a definition no schedule; what is merely useless is left to the validator.</summary>
internal sealed class ScheduleCheck
{
    /// <summary>More layers than any team has, and as many as a set of layers has bits.</summary>
    public const int MostLayers = 64;

    private readonly List<ScheduleFault> _faults = [];

    public static IReadOnlyList<ScheduleFault> FaultsOf(ScheduleDefinition definition)
    {
        var check = new ScheduleCheck();
        check.Check(definition);
        return check._faults;
    }

    private void Check(ScheduleDefinition definition)
    {
        if (string.IsNullOrWhiteSpace(definition.Name))
            Add("name", "The schedule has no name.", "Name it.");
        if (definition.TimeZone is null)
            Add("timeZone", "The schedule has no time zone.", ZoneNames.Remedy);
        if (definition.Layers.Count > MostLayers)
        {
            Add(
                "layers",
                $"There are {definition.Layers.Count} layers; {MostLayers} are allowed.",
                "Split the schedule, or take out layers that have ended.");
            return;
        }

        foreach (var (i, layer) in definition.Layers.Index())
        {
            if (layer is null)
                Add($"layers[{i}]", "The layer is null.", "Leave it out.");
            else
                LayerCheck.Check(layer, $"layers[{i}]", _faults);
        }

        CheckNames(definition.Layers);
        CheckOverrides(definition.Overrides, [.. definition.Layers.Select(l => l?.Name).Where(name => !string.IsNullOrWhiteSpace(name))]);
        CheckFixed(definition.FixedPeriods);
        foreach (var (i, away) in definition.TimeOff.Index())
        {
            if (away?.Person is null)
                Add($"timeOff[{i}].user", "Nobody is named.", "Name the person who is away.");
        }
    }

    // Layers of one name that follow each other are one layer that was edited.
    private void CheckNames(IReadOnlyList<OnCallLayer> layers)
    {
        var reached = new Dictionary<string, DateTimeOffset>();
        foreach (var (i, layer) in layers.Index()
            .Where(l => !string.IsNullOrWhiteSpace(l.Item?.Name))
            .OrderBy(l => l.Item.Start ?? DateTimeOffset.MinValue))
        {
            var (start, end) = (layer.Start ?? DateTimeOffset.MinValue, layer.End ?? DateTimeOffset.MaxValue);
            if (start >= end)
                continue;
            if (reached.TryGetValue(layer.Name, out var before) && start < before)
            {
                Add(
                    $"layers[{i}].name",
                    $"Two layers are called \"{layer.Name}\" at the same time.",
                    "Give each layer its own name, or let one end before the other starts.");
            }

            reached[layer.Name] = end > before ? end : before;
        }
    }

    private void CheckOverrides(IReadOnlyList<OnCallOverride> overrides, HashSet<string?> layers)
    {
        foreach (var (i, change) in overrides.Index())
        {
            if (change is null or AddOverride { Person: null } or RemoveOverride { Person: null }
                or ReplaceOverride { Person: null } or ReplaceOverride { By: null } or SwapOverride { Person: null })
            {
                Add($"overrides[{i}]", "Nobody is named.", "Name the person.");
            }

            if (change is ReplaceOverride { Person.Id: "*" })
                Add($"overrides[{i}].replace", "\"*\" is nobody's id: it stands for everybody.", "Name the person, or cover everybody.");
            if (change is CoverOverride { People: null or { IsEmpty: true } })
            {
                Add(
                    $"overrides[{i}].user",
                    "A cover names nobody.",
                    "Name who is on call instead, or use a fixed period without shifts for a gap that is meant.");
            }

            if (change?.Layer is { } layer && !layers.Contains(layer))
                Add($"overrides[{i}].layer", $"There is no layer \"{layer}\".", "Name a layer of the schedule, or leave it out.");
        }
    }

    private void CheckFixed(IReadOnlyList<FixedPeriod> periods)
    {
        foreach (var (i, period) in periods.Index())
        {
            if (period is null)
                Add($"fixed[{i}]", "The period is null.", "Leave it out.");
        }

        var latest = -1;
        foreach (var (i, period) in periods.Index().Where(p => p.Item is not null).OrderBy(p => p.Item.Time.Start))
        {
            if (latest >= 0 && period.Time.Start < periods[latest].Time.End && period.Time.Duration > TimeSpan.Zero)
                Add($"fixed[{i}]", $"The period overlaps fixed[{latest}], and only one can decide.", "Join the two, or shorten one.");
            if (latest < 0 || period.Time.End > periods[latest].Time.End)
                latest = i;
            foreach (var (shift, item) in period.Shifts.Index())
            {
                if (item?.Person is null)
                    Add($"fixed[{i}].shifts[{shift}].user", "Nobody is named.", "Name the person.");
            }
        }
    }

    private void Add(string place, string reason, string remedy) => _faults.Add(place, reason, remedy);
}
