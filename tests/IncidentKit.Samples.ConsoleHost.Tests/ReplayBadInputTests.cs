using System.Text;
using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>
/// Files and arguments that are not sound: a line that says where and why, never a stack trace, and
/// nothing that a terminal obeys.
/// </summary>
public sealed class ReplayBadInputTests
{
    [Theory]
    [InlineData("title", "\"\\ud800\"", "$.title: the text holds half a character")]
    [InlineData("wentWell", "[\"a\", \"\\ud800\"]", "$.wentWell[1]: the text holds half a character")]
    [InlineData("actionItems", "[\"\\ud800\"]", "$.actionItems[0]: the text holds half a character")]
    [InlineData(
        "roles",
        """[{ "role": "TechnicalLead", "person": "\ud800", "at": null }]""",
        "$.roles[0].person: the text holds half a character")]
    [InlineData("detected", "\"\\ud800\"", "$.detected: the text holds half a character")]
    [InlineData("\\ud800", "1", "$: a key holds half a character")]
    [InlineData("detected", "\"0001-01-01T00:00:00Z\"", "$.detected: \"0001-01-01T00:00:00Z\" lies in year 1")]
    [InlineData(
        "timeline",
        """[{ "at": "0001-01-01T00:00:00Z", "what": "a" }]""",
        "$.timeline[0].at: \"0001-01-01T00:00:00Z\" lies in year 1")]
    [InlineData("detected", "\"2025-02-30T14:05:00Z\"", "$.detected: \"2025-02-30T14:05:00Z\": the date 2025-02-30 does not exist")]
    [InlineData(
        "timeline",
        """[{ "at": null, "what": "fine" }, { "at": null, "what": "a\u0000" }]""",
        "$.timeline[1].what: Text holds the character U+0000")]
    [InlineData("updates", """[{ "at": null, "public": true, "text": "a\u0000" }]""", "$.updates[0].text: Text holds the character U+0000")]
    [InlineData(
        "actionItems",
        """["fine", { "action": "b", "owner": "a\nb" }]""",
        "$.actionItems[1].owner: Owner holds the character U+000A")]
    [InlineData("actionItems", """["fine", "a\u0000"]""", "$.actionItems[1]: Action holds the character U+0000")]
    [InlineData("detected", "\"a\\nb\\u001b[31m\\u202e\"", "$.detected: \"a\uFFFDb\uFFFD[31m\uFFFD\" is no time with an offset")]
    public void Replay_OneFault_IsOneLineAtItsPlace(string key, string value, string expected)
    {
        using var file = new TemporaryFile(With(key, value));

        AssertUnsound(expected, file.Path, "replay", file.Path);
    }

    [Fact]
    public void Replay_CauseWithAControlCharacter_NamesTheKeyOfTheFile()
    {
        using var file = new TemporaryFile(With("causeFound", "\"2025-11-18T14:30:00Z\", \"rootCause\": \"\\u0000[31m\""));

        AssertUnsound("$.rootCause: Cause holds the character U+0000", file.Path, "replay", file.Path);
    }

    [Fact]
    public void Replay_FaultsOfSeveralTexts_AreAllNamed()
    {
        using var file = new TemporaryFile(
            With("title", """ "a\u0007", "timeline": [{ "at": null, "what": "b\u0000" }, { "at": null, "what": "c\u0000" }] """));

        var (exitCode, _, errors) = Host.Run("replay", file.Path);

        Assert.Equal(2, exitCode);
        Assert.Equal(["$.title", "$.timeline[0].what", "$.timeline[1].what"], Lines(errors).Select(line => line.Split(": ")[1]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"2025-11-18T14:05:00Z\"")]
    public void Replay_TimesAtTheEndOfTime_NeverEndInAStackTrace(string detected)
    {
        using var file = new TemporaryFile(With("detected", detected + """
            , "resolved": "9999-12-31T23:59:59Z", "recurrences": [{ "at": "9999-12-31T23:59:58Z" }],
              "updates": [{ "at": "9999-12-31T23:59:57Z", "public": true }]
            """));

        var (exitCode, output, errors) = Host.Run("replay", file.Path, "--json");

        Assert.True(exitCode is 0 or 2);
        Assert.Equal(exitCode == 0, output.Length > 0);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_Encodings_AreReadOrNamed()
    {
        using var file = new TemporaryFile("");
        var text = With("impact", "\"größer\"");

        File.WriteAllText(file.Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(0, Host.Run("replay", file.Path).ExitCode);
        File.WriteAllText(file.Path, text, Encoding.Unicode);
        AssertUnsound("UTF-16: save the file as UTF-8", file.Path, "replay", file.Path);
        File.WriteAllText(file.Path, text, Encoding.Latin1);
        AssertUnsound("is no UTF-8 here: save the file as UTF-8", file.Path, "replay", file.Path);
    }

    [Fact]
    public void Replay_Folder_IsCalledOne() => AssertUnsound("this is a folder", Path.GetTempPath(), "replay", Path.GetTempPath());

    [Theory]
    [InlineData("replay")]
    [InlineData("sing")]
    [InlineData("rules", "now")]
    [InlineData("rules", "--policy")]
    [InlineData("rules", "--policy", "a", "--policy", "b")]
    [InlineData("rules", "--json", "--json")]
    [InlineData("--colour")]
    public void AnyVerb_ArgumentsThatAreNone_AreToldOnStandardError(params string[] arguments) =>
        AssertUnsound("arguments: ", "arguments", arguments);

    [Theory]
    [InlineData("--help")]
    [InlineData("replay", "--help")]
    public void AnyVerb_Help_GoesToStandardOutput(params string[] arguments)
    {
        var (exitCode, output, errors) = Host.Run(arguments);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay", "--json")]
    [InlineData("replay", "--no-color")]
    [InlineData("--help")]
    public void AnyVerb_OutputThatTakesNothing_IsOneLine(params string[] arguments)
    {
        using var errors = new StringWriter();
        using var full = new FullWriter();
        string[] all = arguments is ["replay", .. var options]
            ? ["replay", Host.Fixture("incidents", "worked-example.json"), .. options]
            : arguments;

        Assert.Equal(2, Host.Run(all, full, errors));
        Assert.Contains("standard output", Assert.Single(Lines(errors.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_EveryTextForPeople_SteersNothing()
    {
        const string Evil = "\\u001b[31m\\u202e\\u2066\\u200b";
        using var file = new TemporaryFile($$"""
            { "id": "x{{Evil}}", "title": "T\u202e größer 名 👩\u200d🚒", "service": "S\u202e", "date": "2025-11-18",
              "started": "2025-11-18T14:00:00Z", "impact": "i{{Evil}}",
              "roles": [
                { "role": "IncidentCommander", "person": "p{{Evil}}", "at": "2025-11-18T14:01:00Z" },
                { "role": "TechnicalLead", "person": "p{{Evil}}", "at": "2025-11-18T14:02:00Z" }],
              "timeline": [{ "at": null, "what": "w\u202e", "k{{Evil}}": 1 }] }
            """);
        using var policy = new TemporaryFile($$"""
            { "name": "p", "levels": [
              { "name": "A{{Evil}}", "response": { "within": "00:05:00" } },
              { "name": "B{{Evil}}", "response": { "within": "00:05:00" } }] }
            """);

        var (_, output, errors) = Host.Run("replay", file.Path, "--policy", policy.Path);

        Assert.Equal("", errors);
        Assert.DoesNotContain(output, c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202E' or '\u2066' or '\u200B');
        Assert.Contains("größer 名 👩\u200D🚒", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_KeysThatNothingReads_AreListedForPeopleOnly()
    {
        using var file = new TemporaryFile(
            With("mitgated", """null, "source": "s", "notes": "n", "timeline": [{ "at": null, "what": "a", "wen": 1 }]"""));

        Assert.Contains("Not read: mitgated, timeline[0].wen", Host.Run("replay", file.Path).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mitgated", Host.Run("replay", file.Path, "--json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Not read",
            Host.Run("replay", Host.Fixture("incidents", "gitlab-2017-01-31.json")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "the record names no level: P2 counts in full")]
    [InlineData("SEV4", "recorded as SEV-4; the policy has 2 levels, the lowest counts")]
    [InlineData("SEV2", "as recorded")]
    public void Replay_PolicyOfTwoLevels_SaysWhichLevelCountsAndWhy(string? level, string reason)
    {
        using var file = new TemporaryFile(With("severityGuess", level is null ? "null" : $"\"{level}\""));
        using var policy = new TemporaryFile("""
            { "name": "p", "levels": [
              { "name": "P1", "response": { "within": "00:05:00" } },
              { "name": "P2", "response": { "within": "00:05:00" } }] }
            """);

        var severity = JsonNode.Parse(Host.Run("replay", file.Path, "--json", "--policy", policy.Path).Output)!["severity"]!;

        Assert.Equal((2, "P2", reason), ((int)severity["level"]!, (string)severity["name"]!, (string)severity["reason"]!));
    }

    private static void AssertUnsound(string expected, string document, params string[] arguments)
    {
        var (exitCode, output, errors) = Host.Run(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        var line = Assert.Single(Lines(errors));
        Assert.StartsWith(document, line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    private static string[] Lines(string errors) => errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    // A sound incident in which one key stands otherwise.
    private static string With(string key, string value)
    {
        (string Key, string Value)[] sound =
        [
            ("id", "\"x\""), ("title", "\"T\""), ("service", "\"S\""), ("date", "\"2025-11-18\""), ("started", "null"),
        ];
        return "{ "
            + string.Join(", ", sound.Where(pair => pair.Key != key).Append((key, value)).Select(pair => $"\"{pair.Item1}\": {pair.Item2}"))
            + " }";
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");
    }
}
