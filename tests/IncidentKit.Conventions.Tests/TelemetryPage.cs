using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentKit.Conventions.Tests;

/// <summary>The reference page of what is measured, traced and logged.</summary>
internal static partial class TelemetryPage
{
    public static string Text()
    {
        var page = new StringBuilder(
            "# Telemetry\n\nThis page is made from the code; a test compares the two.\n\n## Metrics and traces\n\n");
        page.Append($"The meter and the activity source are named `{IncidentKitTelemetry.Name}`.\n\n"
            + $"| name | kind | unit | what it says | tags |\n|---|---|---|---|---|\n");
        foreach (var signal in IncidentKitTelemetry.Signals)
        {
            page.Append($"| `{signal.Name}` | "
                + $"{(signal.Kind == TelemetryKind.Activity ? "span" : signal.Kind == TelemetryKind.Counter ? "counter" : "histogram")} "
                + $"| {(signal.Unit is { } unit ? $"`{unit}`" : "")} | {signal.Meaning} | "
                + $"{string.Join(", ", signal.Tags.Select(tag => $"`{tag}`"))} |\n");
        }

        page.Append("\n## Logs\n\n| id | name | level | package | message |\n|---|---|---|---|---|\n");
        foreach (var log in Logs().OrderBy(log => log.Id))
            page.Append(CultureInfo.InvariantCulture, $"| {log.Id} | `{log.Name}` | {log.Level} | {log.Package} | {log.Message} |\n");
        return page.Append("\nTest: `tests/IncidentKit.Hosting.Tests/Telemetry/TelemetryTests.cs` listens to each signal and its tags.\n")
            .ToString();
    }

    /// <summary>Every log message of every package, as its attribute says it.</summary>
    public static IReadOnlyList<(int Id, string Name, string Level, string Package, string Message)> Logs() =>
    [
        .. from file in Repository.Sources("src")
           from log in Attribute().Matches(File.ReadAllText(file))
           select (
               int.Parse(log.Groups[1].Value, CultureInfo.InvariantCulture),
               log.Groups[2].Value,
               log.Groups[3].Value,
               Path.GetRelativePath(Repository.Path("src"), file).Split(Path.DirectorySeparatorChar)[0],
               string.Concat(log.Groups[4].Captures.Select(part => part.Value))),
    ];

    // The arguments may be on a line each, and the message in parts.
    [GeneratedRegex(
        """\[LoggerMessage\(\s*EventId = (\d+),\s+EventName = "(\w+)",\s+Level = LogLevel\.(\w+),"""
        + """\s+Message = "([^"]*)"(?:\s+\+ "(?<4>[^"]*)")*\)\]""")]
    private static partial Regex Attribute();
}
