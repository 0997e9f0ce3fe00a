namespace IncidentKit.Tests.Severity;

public sealed class SeverityLevelsTests
{
    private static readonly DateTimeOffset TuesdayNoon = new(2025, 11, 18, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [Process("P01")]
    [InlineData(1, "SEV-1", "Critical", "2025-11-18T12:05:00Z", PagingHours.AnyHour, 3)]
    [InlineData(2, "SEV-2", "Major", "2025-11-18T12:30:00Z", PagingHours.AnyHour, 2)]
    [InlineData(3, "SEV-3", "Minor", "2025-11-18T16:00:00Z", PagingHours.BusinessHours, 1)]
    [InlineData(4, "SEV-4", "Low", "2025-11-19T17:00:00Z", PagingHours.Ticket, 0)]
    public void Default_Level_HasItsNameTargetAndAudience(int rank, string name, string title, string due, PagingHours paging, int audience)
    {
        var level = IncidentPolicy.Default.Level(rank);

        Assert.Equal((rank, name, title, paging, audience), (level.Rank, level.Name, level.Title, level.Paging, level.Audience.Count));
        Assert.Equal(due, Iso8601.Format(level.Response.DueFrom(TuesdayNoon, BusinessCalendar.Default)));
        Assert.Equal(3, level.Examples.Count);
    }

    [Fact]
    [Process("P07")]
    public void Roles_AreExactlyThree() => Assert.Equal(
        ["Incident Commander", "Technical Lead", "Communications Lead"], Enum.GetValues<IncidentRole>().Select(role => role.Display()));
}
