namespace IncidentKit.Templates.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("gnp.\u202Eexe", "gnp.‹U+202E›exe")]
    [InlineData("pay\u200Bpal", "pay‹U+200B›pal")]
    [InlineData("\u001b[2J", "‹U+001B›[2J")]
    [InlineData("tag \uDB40\uDC41", "tag ‹U+E0041›")]
    [InlineData("\uFEFFbom", "‹U+FEFF›bom")]
    public void Of_HiddenCharacters_ShowsThem(string text, string expected) => Assert.Equal(expected, VisibleText.Of(text));

    [Theory]
    [InlineData("👩‍💻 and 👨‍👩‍👧 and ❤️‍🔥")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    [InlineData("支払い 🔥 é e\u0301")]
    public void Of_JoinersThatSpell_LeavesThem(string text) => Assert.Equal(text, VisibleText.Of(text));

    [Fact]
    public void Of_UnpairedSurrogates_ShowsThem() => Assert.Equal("a‹U+D800›b‹U+DC00›", VisibleText.Of("a\uD800b\uDC00"));

    [Fact]
    public void Of_JoinersBetweenLatinLetters_ShowsThem() => Assert.Equal("ad‹U+200D›min", VisibleText.Of("ad\u200Dmin"));
}
