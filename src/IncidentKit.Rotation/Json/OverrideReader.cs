namespace IncidentKit.Rotation;

internal static class OverrideReader
{
    private static readonly string[] Kinds = ["add", "remove", "replace", "swap"];

    public static OnCallOverride? Read(DocumentObject change, TimeZoneInfo zone)
    {
        var (time, layer) = (LocalTimeText.ReadInterval(change, zone), change.Text("layer"));
        if (Kinds.Where(change.Has).ToList() is not [var kind])
        {
            change.Fault(null, $"exactly one of {string.Join(", ", Kinds)} is expected");
            return null;
        }

        if (kind == "replace" && change.IsText("replace", "*"))
            return ReadCover(change, time, layer);
        string[] more = kind switch { "replace" => ["user"], "swap" => ["takenBy"], _ => [] };
        change.AllowOnly(["from", "to", "layer", kind, .. more]);
        var person = PersonText.Read(change, kind);
        var by = kind == "replace" ? PersonText.Read(change, "user") : null;
        var takenBy = change.Text("takenBy") is { } taker ? PersonText.ReadAll(change, "takenBy", [taker]).FirstOrDefault() : null;
        return kind switch
        {
            _ when person is null => null,
            "add" => new AddOverride { Time = time, Layer = layer, Person = person },
            "remove" => new RemoveOverride { Time = time, Layer = layer, Person = person },
            "swap" => new SwapOverride { Time = time, Layer = layer, Person = person, TakenBy = takenBy },
            _ => by is null ? null : new ReplaceOverride { Time = time, Layer = layer, Person = person, By = by },
        };
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
