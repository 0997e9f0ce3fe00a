using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes policies as JSON documents; <see cref="IncidentPolicyReader"/> reads them back.</summary>
/// <remarks>Thread-safe. Rules and obligations are code: the document holds what is done where a rule is broken.</remarks>
public static class IncidentPolicyJson
{
    /// <summary>The whole effective policy, defaults included.</summary>
    public static string Write(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            json.WriteNumber("version", policy.Version);
            json.WriteNumber("provisionalLevel", policy.ProvisionalLevel);
            json.WriteStartArray("levels");
            foreach (var level in policy.Levels)
                Write(json, level);
            json.WriteEndArray();
            SeverityTableJson.Write(json, policy.Classifier);
            Write(json, policy.Calendar);
            json.WriteStartObject("rules");
            foreach (var rule in policy.Rules.Where(r => !r.IsMandatory))
                json.WriteString(rule.Id, Word(policy.EnforcementOf(rule)));
            json.WriteEndObject();
            Write(json, "clockTolerance", policy.ClockTolerance);
            Write(json, "detectWithin", policy.DetectWithin);
            Write(json, "reopenWithin", policy.ReopenWithin);
            Write(json, "earlyPeriod", policy.EarlyPeriod);
            Write(json, "earlyPromise", policy.EarlyPromise);
            Write(json, "latePromise", policy.LatePromise);
            Write(json, "relieveAfter", policy.RelieveAfter);
            Write(json, "postMortemWithin", policy.PostMortemWithin);
            json.WriteNumber("publishOnBusinessDay", policy.PublishOnBusinessDay);
            Write(json, "publicPostMortemFrom", policy.PublicPostMortemFrom);
            json.WriteBoolean("usersExpectPostMortem", policy.UsersExpectPostMortem);
            json.WriteBoolean("restrictOnExposure", policy.RestrictOnExposure);
            EscalationJson.Write(json, policy.Escalation);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(Utf8JsonWriter json, SeverityLevel level)
    {
        json.WriteStartObject();
        json.WriteString("name", level.Name);
        json.WriteString("title", level.Title);
        json.WriteString("impact", level.Impact);
        Write(json, "examples", level.Examples);
        json.WriteStartObject("response");
        if (level.Response.Clock == ResponseClock.EndOfNextBusinessDay)
            json.WriteBoolean("endOfNextBusinessDay", true);
        else
            Write(json, level.Response.Clock == ResponseClock.Elapsed ? "within" : "withinBusinessTime", level.Response.Time);
        json.WriteEndObject();
        Write(json, "audience", level.Audience);
        json.WriteString("paging", Word(level.Paging));
        json.WriteString("staffing", Word(level.Staffing));
        Write(json, "staffWithin", level.StaffWithin);
        Write(json, "standUpWithin", level.StandUpWithin);
        Write(json, "mitigateWithin", level.MitigateWithin);
        Write(json, "firstPublicUpdateWithin", level.FirstPublicUpdateWithin);
        Write(json, "updateEvery", level.UpdateEvery);
        json.WriteString("postMortem", Word(level.PostMortem));
        Write(json, "watchFor", level.WatchFor);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BusinessCalendar calendar)
    {
        json.WriteStartObject("calendar");
        json.WriteString("timeZone", calendar.Zone.Id);
        json.WriteStartObject("hours");
        foreach (var (day, hours) in calendar.Hours.OrderBy(h => ((int)h.Key + 6) % 7))
        {
            json.WriteStartObject(Word(day));
            json.WriteString("opens", hours.Opens.ToString("HH:mm", CultureInfo.InvariantCulture));
            json.WriteString("closes", hours.Closes.ToString("HH:mm", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Write(json, "holidays", calendar.Holidays.Order().Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, TimeSpan? span)
    {
        if (span is { } known)
            json.WriteString(key, known.ToString("c", CultureInfo.InvariantCulture));
        else
            json.WriteNull(key);
    }

    private static void Write(Utf8JsonWriter json, string key, TwoClockDeadline? deadline)
    {
        if (deadline is not { } known)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        Write(json, "fromDetection", known.FromDetection);
        Write(json, "fromAcknowledgement", known.FromAcknowledgement);
        json.WriteEndObject();
    }
}
