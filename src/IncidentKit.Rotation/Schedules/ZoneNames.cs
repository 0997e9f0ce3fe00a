namespace IncidentKit.Rotation;

internal static class ZoneNames
{
    public const string Remedy = "Give an IANA id, such as Europe/Berlin.";

    public static TimeZoneInfo? Find(string? id, string place, List<ScheduleFault> faults)
    {
        if (Find(id) is { } zone)
            return zone;
        faults.Add(place, Reason(id), Remedy);
        return null;
    }

    public static TimeZoneInfo? Find(string? id) =>
        !string.IsNullOrWhiteSpace(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public static string Reason(string? id) => $"There is no time zone \"{FaultLine.Short(id ?? "")}\".";
}
