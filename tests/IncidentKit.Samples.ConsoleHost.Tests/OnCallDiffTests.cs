using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>`oncall diff`: whose shifts change from one file to another.</summary>
public sealed class OnCallDiffTests
{
    private const string Old = """
        { "name": "checkout", "timeZone": "Europe/Berlin", "layers": [
          { "name": "primary", "participants": ["alice", "bob"],
            "rotation": { "kind": "weekly", "length": 1, "start": "2025-11-03T09:30" } } ] }
        """;

    private static readonly string New = Old[..^2]
        + """
        , "overrides": [
          { "from": "2025-11-05T00:00", "to": "2025-11-06T00:00", "replace": "alice", "user": "carol" },
          { "from": "2025-11-11T00:00", "to": "2025-11-12T00:00", "remove": "bob" } ] }
        """;

    [Fact]
    public void Diff_Json_SaysWhenFromWhomAndToWhom()
    {
        using var old = new TemporaryFile(Old);
        using var with = new TemporaryFile(New);

        var (exitCode, output, errors) = Host.Run(
            "oncall", "diff", "--schedule", old.Path, "--with", with.Path, "--from",
            "2025-11-03T00:00", "--to", "2025-11-30T00:00:00Z", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            """{"from":"2025-11-02T23:00:00Z","to":"2025-11-30T00:00:00Z","changes":["""
                + """{"start":"2025-11-04T23:00:00Z","end":"2025-11-05T23:00:00Z","before":["alice"],"after":["carol"]},"""
                + """{"start":"2025-11-10T23:00:00Z","end":"2025-11-11T23:00:00Z","before":["bob"],"after":[]}]}""",
            JsonNode.Parse(output)!.ToJsonString());
    }

    [Fact]
    public void Diff_ForPeople_IsATable()
    {
        using var old = new TemporaryFile(Old);
        using var with = new TemporaryFile(New);

        var (exitCode, output, _) = Host.Run(
            "oncall", "diff", "--schedule", old.Path, "--with", with.Path, "--from", "2025-11-03T00:00", "--to", "2025-11-30T00:00");

        Assert.Equal(0, exitCode);
        Assert.Matches("2025-11-04T23:00:00Z.+24 h 00 min.+alice.+carol", output);
        Assert.Matches("2025-11-10T23:00:00Z.+bob.+nobody", output);
    }

    [Fact]
    public void Diff_OfAFileAndItself_SaysThatNothingChanges()
    {
        using var old = new TemporaryFile(Old);
        string[] arguments =
        [
            "oncall", "diff", "--schedule", old.Path, "--with", old.Path, "--from", "2025-11-03T00:00", "--to", "2025-11-30T00:00",
        ];

        Assert.Contains("Nobody's shifts change", Host.Run(arguments).Output, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(Host.Run([.. arguments, "--json"]).Output)!["changes"]!.AsArray());
    }

    [Fact]
    public void Diff_BothFilesUnsound_NamesTheFaultsOfBoth()
    {
        using var old = new TemporaryFile("""{ "timeZone": "Mars/Olympus" }""");
        using var with = new TemporaryFile("""{ "timeZone": "UTC", "colour": 1 }""");

        var (exitCode, output, errors) = Host.Run(
            "oncall", "diff", "--schedule", old.Path, "--with", with.Path,
            "--from", "2025-11-03T00:00", "--to", "2025-11-30T00:00", "--json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains($"{old.Path}: $.timeZone", errors, StringComparison.Ordinal);
        Assert.Contains($"{with.Path}: $.colour", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tomorrow", "2025-11-30T00:00", "--from: \"tomorrow\" is no time")]
    [InlineData("2025-11-30T00:00", "2025-11-03T00:00", "--to: the end of the range lies before its start")]
    public void Diff_UnsoundArguments_SayWhichAndExitWith2(string from, string to, string expected)
    {
        using var old = new TemporaryFile(Old);

        var (exitCode, output, errors) = Host.Run("oncall", "diff", "--schedule", old.Path, "--with", old.Path, "--from", from, "--to", to);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_UnsoundArgumentAndFile_NamesTheFaultsOfBoth()
    {
        using var old = new TemporaryFile(Old);
        using var with = new TemporaryFile("""{ "timeZone": "UTC", "colour": 1 }""");

        var (exitCode, _, errors) = Host.Run(
            "oncall", "diff", "--schedule", old.Path, "--with", with.Path, "--from", "tomorrow", "--to", "2025-11-30T00:00");

        Assert.Equal(2, exitCode);
        Assert.All(["--from: \"tomorrow\" is no time", "$.colour"], fault => Assert.Contains(fault, errors, StringComparison.Ordinal));
    }

    [Fact]
    public void Diff_WithoutTheOtherFile_SaysSo()
    {
        using var old = new TemporaryFile(Old);

        var (exitCode, _, errors) = Host.Run(
            "oncall", "diff", "--schedule", old.Path, "--from", "2025-11-03T00:00", "--to", "2025-11-30T00:00");

        Assert.Equal(2, exitCode);
        Assert.Contains("--with", errors, StringComparison.Ordinal);
    }
}
