namespace IncidentKit.Tests.Paging;

internal static class UtcTimes
{
    public static DateTimeOffset Utc(this DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
