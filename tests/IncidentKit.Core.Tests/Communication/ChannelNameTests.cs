using System.Text.RegularExpressions;
using FsCheck.Xunit;

namespace IncidentKit.Tests.Communication;

/// <summary>The name of the channel of record.</summary>
[Process("P18")]
public sealed partial class ChannelNameTests
{
    private static readonly DateTimeOffset Declared = new(2025, 10, 13, 14, 23, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Payment failure", "inc-2025-10-13-payment-failure")]
    [InlineData("  Payment -- failure!  ", "inc-2025-10-13-payment-failure")]
    [InlineData("支払いエラー", "inc-2025-10-13")]
    [InlineData("Платежи API", "inc-2025-10-13-api")]
    [InlineData("🔥🔥", "inc-2025-10-13")]
    [InlineData("", "inc-2025-10-13")]
    [InlineData("a\u200Db", "inc-2025-10-13-ab")]
    [InlineData("a_b.c/d", "inc-2025-10-13-a-b-c-d")]
    [InlineData("\ud800 broken", "inc-2025-10-13-broken")]
    public void For_Title_GivesTheSlug(string title, string expected) => Assert.Equal(expected, ChannelName.For(Declared, title));

    [Fact]
    public void For_LateEveningElsewhere_TakesTheDateInUtc() =>
        Assert.Equal("inc-2025-10-13-x", ChannelName.For(new DateTimeOffset(2025, 10, 12, 20, 0, 0, TimeSpan.FromHours(-5)), "x"));

    [Fact]
    public void For_LongTitle_IsCutBetweenWords()
    {
        var name = ChannelName.For(Declared, string.Join(' ', Enumerable.Repeat("checkout", 12)));

        Assert.Equal("inc-2025-10-13-" + string.Join('-', Enumerable.Repeat("checkout", 7)), name);
    }

    [Fact]
    public void For_TitleThatFitsToTheLetter_IsNotCut()
    {
        var fits = new string('a', 30) + " " + new string('b', 34);

        Assert.Equal(ChannelName.MaxLength, ChannelName.For(Declared, fits).Length);
        Assert.EndsWith(new string('b', 34), ChannelName.For(Declared, fits), StringComparison.Ordinal);
        Assert.EndsWith("-" + new string('b', 34), ChannelName.For(Declared, fits + " c"), StringComparison.Ordinal);
        Assert.EndsWith("-" + new string('a', 30), ChannelName.For(Declared, fits + "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void For_OneEndlessWord_IsCutInside() =>
        Assert.Equal("inc-2025-10-13-" + new string('x', 65), ChannelName.For(Declared, new string('x', 300)));

    [Fact]
    public void For_NameTaken_IsNumbered()
    {
        Assert.Equal("inc-2025-10-13-db-2", ChannelName.For(Declared, "db", ["inc-2025-10-13-db"]));
        Assert.Equal("inc-2025-10-13-db-3", ChannelName.For(Declared, "db", ["INC-2025-10-13-DB", "inc-2025-10-13-db-2"]));
        Assert.Equal("inc-2025-10-13-2", ChannelName.For(Declared, "", ["inc-2025-10-13"]));
        Assert.Equal(
            "inc-2025-10-13-" + new string('x', 63) + "-2",
            ChannelName.For(Declared, new string('x', 90), ["inc-2025-10-13-" + new string('x', 65)]));
    }

    [Property(MaxTest = 500)]
    public void For_AnyTitle_IsLegalAndFree(string? title, byte taken)
    {
        var used = new List<string>();
        for (var i = 0; i <= taken % 12; i++)
        {
            var name = ChannelName.For(Declared, title ?? "", used);
            Assert.Matches(Legal(), name);
            Assert.InRange(name.Length, 1, ChannelName.MaxLength);
            Assert.DoesNotContain(name, used);
            used.Add(name);
        }
    }

    [Fact]
    public void OpenChannel_WithoutAName_MakesOneFromTheTitle()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new OpenChannel { By = Story.Alice, Taken = ["inc-2025-11-18-checkout-fails"] });

        Assert.Equal("inc-2025-11-18-checkout-fails-2", story.Incident.Channel);
    }

    [GeneratedRegex("^inc-2025-10-13(-[a-z0-9]+)*\\z")]
    private static partial Regex Legal();
}
