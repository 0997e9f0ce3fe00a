using System.Globalization;

namespace IncidentKit;

/// <summary>Reads the calendar of a policy document.</summary>
internal static class BusinessCalendarReader
{
    public static BusinessCalendar Read(DocumentObject calendar)
    {
        calendar.AllowOnly("timeZone", "hours", "holidays");
        var zone = TimeZoneInfo.Utc;
        if (calendar.Text("timeZone") is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone))
        {
            calendar.Fault("timeZone", $"\"{id}\" is no time zone of this system: write it as Europe/Berlin");
            zone = TimeZoneInfo.Utc;
        }

        var hours = new Dictionary<DayOfWeek, BusinessHours>();
        if (calendar.Child("hours") is { } week)
        {
            var days = IncidentPolicyReader.Words<DayOfWeek>();
            week.AllowOnly([.. days.Keys]);
            foreach (var (word, day) in days)
            {
                if (week.Child(word) is { } written && ReadHours(written) is { } read)
                    hours[day] = read;
            }

            if (hours.Count == 0)
                week.Fault(null, "at least one working day is needed");
        }

        var holidays = calendar.Texts("holidays").ConvertAll(text => (
            Text: text,
            IsDate: DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date),
            Date: date));
        foreach (var holiday in holidays.Where(h => !h.IsDate))
            calendar.Fault("holidays", $"\"{holiday.Text}\" is no date: write it as 2025-12-25");
        return new BusinessCalendar(zone, hours.Count > 0 ? hours : BusinessCalendar.Default.Hours, holidays.Select(h => h.Date));
    }

    private static BusinessHours? ReadHours(DocumentObject written)
    {
        written.AllowOnly("opens", "closes");
        var (opens, closes) = (ReadClock(written, "opens"), ReadClock(written, "closes"));
        if (opens is null || closes is null)
            return null;
        if (closes == TimeOnly.MinValue || closes > opens)
            return new BusinessHours(opens.Value, closes.Value);
        written.Fault("closes", "closing comes after opening, or is 00:00 for the end of the day");
        return null;
    }

    private static TimeOnly? ReadClock(DocumentObject written, string key)
    {
        if (written.Text(key, required: true) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return clock;
        written.Fault(key, $"\"{text}\" is no time of day: write it as 09:00");
        return null;
    }
}
