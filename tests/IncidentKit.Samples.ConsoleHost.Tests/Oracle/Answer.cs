using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>What a replay says of an incident, in lines that can be compared.</summary>
internal static class Answer
{
    private static readonly string[] Times = ["started", "detected", "declared", "acknowledged", "mitigated", "resolved"];
    private static readonly string[] Seconds = ["toDetect", "toAcknowledge", "toMitigate", "toResolve", "downtime"];

    public static List<string> OfOracle(JsonElement incident, DateTimeOffset? asOf)
    {
        var record = new PlainRecord(incident, asOf);
        var figures = new PlainFigures(record);
        Fact[] times = [record.Started, record.Detected, record.Declared, record.Acknowledged, record.Mitigated, record.Resolved];
        double?[] seconds = [figures.ToDetect, figures.ToAcknowledge, figures.ToMitigate, figures.ToResolve, figures.Downtime];
        return
        [
            $"level {record.Level}",
            $"phase {figures.Phase}",
            .. Times.Zip(times, (name, time) => $"{name} {Text(time.At)}"),
            .. Seconds.Zip(seconds, (name, value) => $"{name} {value?.ToString(CultureInfo.InvariantCulture)}"),
            $"basis {figures.DowntimeBasis}",
            $"publicPostMortem {figures.PublicPostMortem}",
            .. figures.Contradictions.Select(c => $"contradiction {c}"),
            .. Ledger(incident, asOf),
        ];
    }

    public static List<string> OfProgram(JsonElement document) =>
    [
        $"level {document.GetProperty("severity").GetProperty("level")}",
        $"phase {document.GetProperty("phase")}",
        .. Times.Select(name => $"{name} {document.GetProperty("times").GetProperty(name)}"),
        .. Seconds.Select(name => $"{name} {document.GetProperty("seconds").GetProperty(name)}"),
        $"basis {document.GetProperty("downtimeBasis")}",
        $"publicPostMortem {document.GetProperty("publicPostMortem")}",
        .. document.GetProperty("contradictions")
            .EnumerateArray()
            .Select(c => $"contradiction {c.GetProperty("what")}: {string.Join(", ", c.GetProperty("between").EnumerateArray())}"),
        .. Ledger(document.GetProperty("obligations")),
    ];

    public static IEnumerable<string> Ledger(JsonElement rows) => rows.EnumerateArray().Select(r =>
        $"{r.GetProperty("obligation")} since {r.GetProperty("since")} due {r.GetProperty("dueAt")} met {r.GetProperty("metAt")}: "
        + $"{r.GetProperty("status")}");

    public static IEnumerable<string> Ledger(JsonElement incident, DateTimeOffset? asOf) =>
        PlainLedger.Of(new PlainRecord(incident, asOf))
            .Select(r => $"{r.Obligation} since {Text(r.Since)} due {Text(r.DueAt)} met {Text(r.MetAt)}: {r.Status}");

    private static string Text(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
