namespace IncidentKit.Rotation;

/// <summary>Finds time zones by their IANA id.</summary>
internal static class ZoneNames
{
    public const string Remedy = "Give an IANA id, such as Europe/Berlin.";

    public static TimeZoneInfo? Find(string? id, string place, List<ScheduleFault> faults)
    {
        if (Find(id) is { } zone)
            return zone;
        faults.Add(new ScheduleFault { Place = place, Reason = Reason(id), Remedy = Remedy });
        return null;
    }

    public static TimeZoneInfo? Find(string? id) =>
        !string.IsNullOrWhiteSpace(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public static string Reason(string? id) => $"There is no time zone \"{(id is { Length: > 60 } ? id[..60] + "…" : id)}\".";
}
