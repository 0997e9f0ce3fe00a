using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>Recorded incidents of every kind that the form allows, many of them absurd; the same seed gives the same ones.</summary>
internal sealed class RandomIncidents(int seed)
{
    private static readonly string[] Bases =
    [
        "2026-10-14T10:00:00Z", "2026-10-15T12:59:00Z", "2026-10-16T16:50:00Z",
        "2026-10-16T17:00:00Z", "2026-10-17T12:00:00Z", "2026-10-18T23:55:00Z",
        "2026-10-19T08:58:59Z", "2026-10-19T09:00:00Z", "2026-12-31T23:50:00Z", "2028-02-28T16:30:30Z",
    ];

    // In seconds. Those of the obligation table come up often, so that facts fall on due instants.
    private static readonly int[] Spans =
    [
        0, 0, 1, 60, 119, 120, 180, 300, 300, 301, 420, 599, 600, 900, 1500, 1800, 1800, 1801, 1920, 2100,
        3300, 3600, 5400, 7200, 7201, 9000, 14400, 14401, 40000, 86400, 172800, 172801, 259200, 604800,
    ];

    private static readonly string[] People = ["alice", "bob", "carol", "dave"];

    private readonly Random _random = new(seed);
    private DateTimeOffset _base;

    public JsonObject Next()
    {
        _base = At(Bases[_random.Next(Bases.Length)]).AddSeconds(_random.Next(3) == 0 ? _random.Next(-4000, 4000) : 0);
        var incident = new JsonObject
        {
            ["id"] = "random",
            ["title"] = "Random incident",
            ["service"] = "Checkout",
            ["date"] = _base.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var started = Time(incident, "started", _base, 2, required: true);
        var detected = Time(incident, "detected", After(started), 2, maybeNever: false);
        var acknowledged = Time(incident, "acknowledged", After(detected), 6);
        if (Chance(30))
            acknowledged = Time(incident, "declared", After(detected), 2) ?? acknowledged;
        Time(incident, "levelSet", After(detected ?? acknowledged), 5);
        Time(incident, "channelOpened", After(acknowledged ?? detected), 5);
        var mitigated = Time(incident, "mitigated", After(detected), 5);
        if (Chance(30))
            Time(incident, "escalated", After(detected), 5);
        var resolved = Time(incident, "resolved", After(mitigated ?? detected), 5);
        if (Chance(90))
            incident["severityGuess"] = "SEV" + new[] { 1, 1, 1, 2, 2, 2, 3, 4 }[_random.Next(8)];
        Flag(incident, "customersAffected");
        Flag(incident, "dataLost");
        List(incident, "roles", 5, () => Role(detected));
        List(incident, "updates", 6, () => Update(acknowledged ?? detected));
        if (Chance(30))
            List(incident, "recurrences", 3, () => Recurrence(mitigated));
        if (Chance(30))
            List(incident, "impactIntervals", 4, () => Impact(started));
        if (Chance(70))
        {
            var postMortem = new JsonObject();
            Time(postMortem, "fixed", After(resolved), 10);
            Time(postMortem, "held", After(resolved), 10);
            Time(postMortem, "published", After(resolved), 10);
            incident["postMortem"] = postMortem;
        }

        return incident;
    }

    /// <summary>Moves some facts of an incident to instants that matter, or a second beside them.</summary>
    public void MoveFactsTo(JsonObject incident, IReadOnlyList<DateTimeOffset> instants)
    {
        var places = incident.Where(p => IsTime(p.Value)).Select(p => (Owner: incident, p.Key))
            .Concat((incident["postMortem"] as JsonObject ?? []).Select(p => (Owner: (JsonObject)incident["postMortem"]!, p.Key)))
            .Concat(new[] { "roles", "updates", "recurrences" }
                .SelectMany(list => (incident[list] as JsonArray ?? []).Select(entry => (Owner: (JsonObject)entry!, Key: "at"))))
            .ToList();
        for (var moves = _random.Next(4); moves > 0 && instants.Count > 0; moves--)
        {
            var (owner, key) = places[_random.Next(places.Count)];
            owner[key] = Text(instants[_random.Next(instants.Count)].AddSeconds(_random.Next(4) == 0 ? _random.Next(-1, 2) : 0));
            owner.Remove("next");
        }
    }

    public T OneOf<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private static bool IsTime(JsonNode? value) =>
        value?.GetValueKind() == System.Text.Json.JsonValueKind.String
        && value.GetValue<string>() is { Length: >= 20 } text
        && char.IsAsciiDigit(text[0]);

    private JsonObject Role(DateTimeOffset? detected)
    {
        var role = new JsonObject { ["role"] = new[] { "IncidentCommander", "TechnicalLead", "CommunicationsLead" }[_random.Next(3)] };
        if (Chance(80))
            role["person"] = Chance(90) ? People[_random.Next(People.Length)] : null;
        Time(role, "at", After(detected), 0, maybeNever: false);
        return role;
    }

    private JsonObject Update(DateTimeOffset? acknowledged)
    {
        var update = new JsonObject { ["public"] = Chance(60) };
        var at = Time(update, "at", After(acknowledged), 0, maybeNever: false);
        if (Chance(50))
            update["next"] = Text((at ?? _base).AddSeconds(1 + Spans[_random.Next(Spans.Length)]));
        return update;
    }

    private JsonObject Recurrence(DateTimeOffset? mitigated)
    {
        var at = After(mitigated);
        var recurrence = new JsonObject { ["at"] = Text(at) };
        Time(recurrence, "mitigated", After(at), 15);
        return recurrence;
    }

    private JsonObject Impact(DateTimeOffset? started)
    {
        var interval = new JsonObject { ["kind"] = new[] { "outage", "outage", "degraded", "exposure" }[_random.Next(4)] };
        var from = Time(interval, "from", After(started), 0, maybeNever: false);
        Time(interval, "to", (from ?? _base).AddSeconds(Spans[_random.Next(Spans.Length)]), 0, maybeNever: false);
        return interval;
    }

    // Mostly known, now and then null, absent or "never".
    private DateTimeOffset? Time(
        JsonObject owner,
        string key,
        DateTimeOffset at,
        int unlikely,
        bool required = false,
        bool maybeNever = true)
    {
        var dice = _random.Next(100);
        if (dice < 2 + unlikely)
            owner[key] = null;
        else if (dice < 4 + 2 * unlikely && maybeNever)
            owner[key] = "never";
        else if (dice >= 4 + 4 * unlikely || required)
            owner[key] = Text(at);
        return IsTime(owner[key]) ? at : null;
    }

    private DateTimeOffset After(DateTimeOffset? earlier)
    {
        var span = TimeSpan.FromSeconds(Spans[Chance(70) ? _random.Next(Spans.Length / 2) : _random.Next(Spans.Length)]);
        return Chance(93) ? (earlier ?? _base) + span : _base - span;
    }

    private void Flag(JsonObject owner, string key)
    {
        if (Chance(35))
            owner[key] = Chance(20) ? null : Chance(50);
    }

    private void List(JsonObject owner, string key, int most, Func<JsonObject> entry)
    {
        if (Chance(85))
            owner[key] = new JsonArray([.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => entry())]);
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    // Some with an offset other than zero: it is the same instant.
    private string Text(DateTimeOffset at) => Chance(90)
        ? at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : at.ToOffset(TimeSpan.FromHours(_random.Next(-9, 13))).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
