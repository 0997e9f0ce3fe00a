namespace IncidentKit.Tests.Planning;

public sealed class WayOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limits_BelowOne_AreRefusedByName(int limit)
    {
        Assert.Equal("MaxSteps", Assert.Throws<ArgumentOutOfRangeException>(() => new WayOptions { MaxSteps = limit }).ParamName);
        Assert.Equal("MaxStates", Assert.Throws<ArgumentOutOfRangeException>(() => new WayOptions { MaxStates = limit }).ParamName);
    }

    [Fact]
    public void Limits_OfOne_AreAccepted() => Assert.Equal(1, new WayOptions { MaxSteps = 1, MaxStates = 1 }.MaxSteps);
}
