namespace IncidentKit.Rotation;

internal static class OverrideReader
{
    private static readonly string[] Kinds = ["add", "remove", "replace", "swap"];

    public static OnCallOverride? Read(DocumentObject change, TimeZoneInfo zone)
    {
        var time = LocalTimeText.ReadInterval(change, zone);
        var layer = change.Text("layer");
        var kinds = Kinds.Where(change.Has).ToList();
        if (kinds.Count != 1)
        {
            change.Fault(null, $"exactly one of {string.Join(", ", Kinds)} is expected");
            return null;
        }

        switch (kinds[0])
        {
            case "add":
                change.AllowOnly("from", "to", "layer", "add");
                return PersonText.Read(change, "add") is { } added ? new AddOverride { Time = time, Layer = layer, Person = added } : null;
            case "remove":
                change.AllowOnly("from", "to", "layer", "remove");
                return PersonText.Read(change, "remove") is { } removed
                    ? new RemoveOverride { Time = time, Layer = layer, Person = removed }
                    : null;
            case "swap":
                change.AllowOnly("from", "to", "layer", "swap", "takenBy");
                var takenBy = change.Text("takenBy") is { } taker ? PersonText.ReadAll(change, "takenBy", [taker]).FirstOrDefault() : null;
                return PersonText.Read(change, "swap") is { } swapped
                    ? new SwapOverride { Time = time, Layer = layer, Person = swapped, TakenBy = takenBy }
                    : null;
            default:
                return change.IsText("replace", "*") ? ReadCover(change, time, layer) : ReadReplace(change, time, layer);
        }
    }

    public static FixedPeriod ReadFixed(DocumentObject period, TimeZoneInfo zone)
    {
        period.AllowOnly("from", "to", "shifts");
        return new FixedPeriod
        {
            Time = LocalTimeText.ReadInterval(period, zone),
            Shifts = period.List(
                "shifts",
                shift => ReadStretch(shift, zone, (person, time) => new FixedShift { Person = person, Time = time })) ?? [],
        };
    }

    public static TimeOff? ReadTimeOff(DocumentObject away, TimeZoneInfo zone) =>
        ReadStretch(away, zone, (person, time) => new TimeOff { Person = person, Time = time });

    private static T? ReadStretch<T>(DocumentObject stretch, TimeZoneInfo zone, Func<Responder, Interval, T> make)
        where T : class
    {
        stretch.AllowOnly("user", "from", "to");
        var time = LocalTimeText.ReadInterval(stretch, zone);
        return PersonText.Read(stretch, "user") is { } person ? make(person, time) : null;
    }

    private static ReplaceOverride? ReadReplace(DocumentObject change, Interval time, string? layer)
    {
        change.AllowOnly("from", "to", "layer", "replace", "user");
        var (person, by) = (PersonText.Read(change, "replace"), PersonText.Read(change, "user"));
        return person is null || by is null ? null : new ReplaceOverride { Time = time, Layer = layer, Person = person, By = by };
    }

    private static CoverOverride? ReadCover(DocumentObject change, Interval time, string? layer)
    {
        change.AllowOnly("from", "to", "layer", "replace", "user", "priority");
        if (!change.Has("user"))
            change.Fault("user", "is required");
        return change.Group("user") is not { } users
            ? null
            : new CoverOverride
            {
                Time = time,
                Layer = layer,
                People = OnCallPeople.Of(PersonText.ReadAll(change, "user", users)),
                Priority = change.Whole("priority", int.MinValue) ?? 0,
            };
    }
}
