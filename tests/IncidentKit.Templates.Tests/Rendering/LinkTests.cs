namespace IncidentKit.Templates.Tests;

/// <summary>A wording may put a value into the address of a link; nothing else ever becomes one.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("https://status.example.com/x", "https://status.example.com/x")]
    [InlineData("http://status.example.com", "http://status.example.com/")]
    [InlineData("mailto:help@example.com", "mailto:help@example.com")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData(" javascript:alert(1)", null)]
    [InlineData("java\nscript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//evil.example", null)]
    [InlineData("/relative", null)]
    [InlineData("https://user:word@evil.example", null)]
    [InlineData("https://evil.example\" onclick=\"x", null)]
    public void Render_ValueAsAddress_IsALinkOnlyWithAKnownScheme(string address, string? expected)
    {
        var link = Trial.Html(HtmlRenderer.Instance.Body(Read("[the page]({{ url }})", address))).QuerySelector("a");

        Assert.Equal(expected, link?.GetAttribute("href"));
    }

    [Fact]
    public void Render_ValueWithinAnAddress_IsAPartOfThePath()
    {
        var link = Trial.Html(
            HtmlRenderer.Instance.Body(Read("[the page](https://status.example.com/{{ url }})", "../a b?x=1#\"@evil.example")));

        Assert.Equal("https://status.example.com/..%2Fa%20b%3Fx%3D1%23%22%40evil.example", link.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Render_AddressWithBrackets_StaysOneLinkInMarkdown()
    {
        var links = Trial.Markdown(MarkdownRenderer.Instance.Body(Read("See ![it]({{ url }})!", "https://example.com/a_(b)")))
            .QuerySelectorAll("*");

        Assert.Equal(["p", "a"], links.Select(element => element.LocalName));
    }

    [Fact]
    public void Render_FiltersThatWouldUndoAnEscape_MakeNoMarkup()
    {
        var html = Trial.Html(HtmlRenderer.Instance.Body(Read(
            "{{ url | split: 'x' | join: '' }} {% capture c %}**{{ url }}**{% endcapture %}{{ c }}",
            "[x](httpxs://evil.example) <b>")));

        Assert.Equal("p", Trial.Structure(html));
    }

    private static RichDocument Read(string wording, string value)
    {
        var faults = new List<WordingFault>();
        return WordingTemplate.Parse("test.liquid", wording, faults)!.Render(new WordingValues().Text("url", value));
    }
}
