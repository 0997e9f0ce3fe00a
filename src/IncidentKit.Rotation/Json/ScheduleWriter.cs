using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentKit.Rotation;

/// <summary>Writes the form that <see cref="ScheduleReader"/> reads, and leaves out what is as by default.</summary>
internal static class ScheduleWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ScheduleDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Of(definition).WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>An object without the members that are null.</summary>
    public static JsonObject ObjectOf(params IEnumerable<(string Key, JsonNode? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value)));

    /// <summary>A list; null where it is empty.</summary>
    public static JsonArray? ListOf<T>(IReadOnlyList<T> items, Func<T, JsonNode> write) =>
        items.Count == 0 ? null : new JsonArray([.. items.Select(write)]);

    public static string? Format(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Of(ScheduleDefinition definition) => ObjectOf(
        ("name", definition.Name),
        ("timeZone", definition.TimeZone.Id),
        ("localTime", definition.LocalTime == LocalTimePolicy.Default ? null : Of(definition.LocalTime)),
        ("layers", ListOf(definition.Layers, LayerWriter.Of) ?? new JsonArray()),
        ("overrides", ListOf(definition.Overrides, Of)),
        ("fixed", ListOf(definition.FixedPeriods, Of)),
        ("timeOff", ListOf(definition.TimeOff, away => Of(away.Person, away.Time))),
        ("holidays", ListOf(definition.Holidays, day => $"{day:O}")));

    private static JsonObject Of(LocalTimePolicy policy) => ObjectOf(
        ("skipped", ScheduleWords.Of(policy.Skipped)),
        ("handoffs", ScheduleWords.Of(policy.Handoffs)),
        ("starts", ScheduleWords.Of(policy.Starts)),
        ("ends", ScheduleWords.Of(policy.Ends)));

    private static JsonObject Of(OnCallOverride change)
    {
        var json = ObjectOf(("from", Format(change.Time.Start)), ("to", Format(change.Time.End)), ("layer", change.Layer));
        switch (change)
        {
            case AddOverride add:
                json["add"] = add.Person.Id;
                break;
            case RemoveOverride remove:
                json["remove"] = remove.Person.Id;
                break;
            case ReplaceOverride replace:
                json["replace"] = replace.Person.Id;
                json["user"] = replace.By.Id;
                break;
            case SwapOverride swap:
                json["swap"] = swap.Person.Id;
                json["takenBy"] = swap.TakenBy?.Id;
                break;
            case CoverOverride cover:
                json["replace"] = "*";
                json["user"] = LayerWriter.Of(cover.People);
                json["priority"] = cover.Priority;
                break;
        }

        return json;
    }

    private static JsonObject Of(FixedPeriod period) => ObjectOf(
        ("from", Format(period.Time.Start)),
        ("to", Format(period.Time.End)),
        ("shifts", ListOf(period.Shifts, shift => Of(shift.Person, shift.Time)) ?? new JsonArray()));

    private static JsonObject Of(Responder person, Interval time) =>
        ObjectOf(("user", person.Id), ("from", Format(time.Start)), ("to", Format(time.End)));
}
