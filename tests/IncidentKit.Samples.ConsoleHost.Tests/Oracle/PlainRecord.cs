using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>A recorded incident as of an instant: what happened later has not happened yet.</summary>
internal sealed class PlainRecord
{
    private readonly JsonElement _incident;

    public PlainRecord(JsonElement incident, DateTimeOffset? asOf)
    {
        (_incident, Now) = (incident, asOf ?? DateTimeOffset.MaxValue);
        Acknowledged = FirstAcknowledgement();
        Roles = List("roles")
            ?.Select(r => new PlainRole(r.GetProperty("role").GetString()!, Text(r, "person"), Time(r, "at")))
            .Where(r => !r.At.HasNotHappened)
            .ToList();
        Updates = List("updates")
            ?.Select(u => new PlainUpdate(Time(u, "at"), u.GetProperty("public").GetBoolean(), Instant(u, "next")))
            .Where(u => !u.At.HasNotHappened)
            .ToList();
        Recurrences =
        [
            .. (List("recurrences") ?? default)
                .Where(r => Instant(r, "at") <= Now)
                .Select(r => new PlainRecurrence(Instant(r, "at")!.Value, Time(r, "mitigated")))
                .OrderBy(r => r.At),
        ];
        Impact =
        [
            .. (List("impactIntervals") ?? default)
                .Select(i => new PlainImpact(Text(i, "kind")!, Time(i, "from"), Time(i, "to")))
                .Where(i => !i.From.HasNotHappened),
        ];
    }

    /// <summary>The instant of the question; the end of time where none was given.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Where the file names no level, SEV-2 counts in full.</summary>
    public int Level => Text(_incident, "severityGuess") is { } guess ? int.Parse(guess[3..], CultureInfo.InvariantCulture) : 2;

    public Fact Started => Time(_incident, "started");

    public Fact Detected => Time(_incident, "detected");

    public Fact Declared => Time(_incident, "declared");

    public Fact Acknowledged { get; }

    public Fact LevelSet => Time(_incident, "levelSet");

    public Fact ChannelOpened => Time(_incident, "channelOpened");

    public Fact Mitigated => Time(_incident, "mitigated");

    public Fact Resolved => Time(_incident, "resolved");

    /// <summary>Absent means that nobody escalated.</summary>
    public Fact Escalated => _incident.TryGetProperty("escalated", out _) ? Time(_incident, "escalated") : default;

    public bool CustomersAffected =>
        !(_incident.TryGetProperty("customersAffected", out var flag) && flag.ValueKind == JsonValueKind.False);

    public bool DataLost => _incident.TryGetProperty("dataLost", out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>Null where nobody recorded them.</summary>
    public List<PlainRole>? Roles { get; }

    /// <summary>Null where nobody recorded them.</summary>
    public List<PlainUpdate>? Updates { get; }

    public List<PlainRecurrence> Recurrences { get; }

    public List<PlainImpact> Impact { get; }

    public Fact PostMortem(string step) =>
        _incident.TryGetProperty("postMortem", out var postMortem) && postMortem.ValueKind == JsonValueKind.Object
            ? Time(postMortem, step)
            : Fact.Unknown;

    // The first of the two that is known; with neither known, never where "acknowledged" says so.
    private Fact FirstAcknowledgement()
    {
        DateTimeOffset?[] both = [Instant(_incident, "acknowledged"), Instant(_incident, "declared")];
        return both.Min() is { } first ? AsOfNow(first) : Text(_incident, "acknowledged") == "never" ? default : Fact.Unknown;
    }

    private Fact Time(JsonElement owner, string key) =>
        Instant(owner, key) is { } at ? AsOfNow(at) : Text(owner, key) == "never" ? default : Fact.Unknown;

    private Fact AsOfNow(DateTimeOffset at) => at <= Now ? Fact.Known(at) : default;

    private JsonElement.ArrayEnumerator? List(string key) =>
        _incident.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : null;

    private static DateTimeOffset? Instant(JsonElement owner, string key) =>
        Text(owner, key) is { } text && text != "never" ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime() : null;

    private static string? Text(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
