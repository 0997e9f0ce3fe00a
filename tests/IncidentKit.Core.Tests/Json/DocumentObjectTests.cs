using System.Text;

namespace IncidentKit.Tests.Json;

/// <summary>Documents that are not sound: one fault for one cause, at its place, and one line for one fault.</summary>
public sealed class DocumentObjectTests
{
    [Theory]
    [InlineData("""{ "title": "\ud800" }""", "$.title")]
    [InlineData("""{ "title": "T", "at": "\ud800" }""", "$.at")]
    [InlineData("""{ "title": "T", "texts": ["a", "\ud800"] }""", "$.texts[1]")]
    [InlineData("""{ "title": "T", "items": ["\ud800"] }""", "$.items[0]")]
    [InlineData("""{ "title": "T", "\ud800": 1 }""", "$")]
    public void Read_HalfACharacter_IsOneFaultAtItsPlace(string json, string place)
    {
        var fault = Assert.Single(Faults(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(place, fault.Place);
        Assert.Contains("half a character", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("""{ "title": "T", "items": [5] }""", "$.items[0]")]
    public void Read_WhatIsNoObject_IsOneFault(string json, string place) =>
        Assert.Equal(place, Assert.Single(Faults(Encoding.UTF8.GetBytes(json))).Place);

    [Theory]
    [InlineData("2025-02-30T14:05:00Z", "the date 2025-02-30 does not exist")]
    [InlineData("2025-02-28T25:05:00Z", "this time of day or this offset does not exist")]
    [InlineData("2025-02-28T14:05:00", "is no time with an offset")]
    [InlineData("0001-01-01T00:00:00Z", "lies in year 1")]
    [InlineData("0001-01-01T00:00:00.5Z", "lies in year 1")]
    public void Read_TimeThatIsNone_SaysWhy(string time, string reason) =>
        Assert.Contains(
            reason,
            Assert.Single(Faults(Encoding.UTF8.GetBytes($$"""{ "title": "T", "at": "{{time}}" }"""))).Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Read_ByteOrderMark_IsNoFault() =>
        Assert.Equal("T", DocumentObject.Read<string>("\uFEFF{ \"title\": \"T\" }"u8.ToArray(), "x", Read));

    [Fact]
    public void Read_Utf16_SaysHowToSave()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Contains(
                "save the file as UTF-8",
                Assert.Single(Faults([.. encoding.GetPreamble(), .. encoding.GetBytes("{}")])).Reason,
                StringComparison.Ordinal);
            Assert.Contains("UTF-16", Assert.Single(Faults(encoding.GetBytes("{}"))).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_NamesTheLine()
    {
        var fault = Assert.Single(Faults([.. "{\n\"title\": \"é"u8, 0xFF, .. "\" }"u8]));

        Assert.Equal(("line 2", "the byte 0xFF is no UTF-8 here: save the file as UTF-8"), (fault.Place, fault.Reason));
    }

    [Fact]
    public void Lines_WhateverTheDocumentSays_AreOneLineEachAndSteerNothing()
    {
        var error = new DocumentException("a\nb.json",
        [
            new DocumentFault("$.k\u001b[31m\u2028", $"\"x\r\u0085\u202e{new string('y', 5000)}\" is no time"),
            new DocumentFault("$.名", "größer 🔥"),
        ]);

        var lines = error.Lines().ToList();

        Assert.All(lines, line => Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u202E'));
        Assert.InRange(lines[0].Length, 1, 150);
        Assert.EndsWith("\" is no time", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("$.名: größer 🔥", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, error.Message.Split('\n').Length);
    }

    [Fact]
    public void Policy_LongTimeZone_IsCutInItsLine()
    {
        var error = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(
            Encoding.UTF8.GetBytes($$"""{ "name": "p", "calendar": { "timeZone": "{{new string('x', 5000)}}" } }"""),
            "p.json"));

        Assert.InRange(Assert.Single(error.Lines()).Length, 60, 200);
    }

    private static IReadOnlyList<DocumentFault> Faults(byte[] utf8) =>
        Assert.Throws<DocumentException>(() => DocumentObject.Read(utf8, "x.json", Read)).Faults;

    private static string Read(DocumentObject file)
    {
        file.IsText("at", "never");
        file.Instant("at");
        file.Texts("texts");
        file.ListOf("items", text => text, item => item.Text("action", required: true));
        return file.Text("title", required: true) ?? "";
    }
}
