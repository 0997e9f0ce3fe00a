using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>`figures` over the thirteen recorded incidents is what a person gets who adds them up with pencil and paper.</summary>
public sealed class FiguresTests
{

    // By hand from the files: the spans in minutes; null where a time is not in the file.
    private static readonly Row[] ByHand =
    [
        new("cloudflare-2019-07-02", 1, ToDetect: 3, ToMitigate: 27, FromT0ToMitigated: 24, ToResolve: 70, FromT0ToResolved: 67, Items: 5),
        new("dfds-2020-02-03", 2, null, ToMitigate: 31, null, ToResolve: 129, null, Items: 2),
        new("dfds-2021-06-22", 1, ToDetect: 8, ToMitigate: 25, FromT0ToMitigated: 17, ToResolve: 25, FromT0ToResolved: 17, Items: 3),
        new("dfds-2023-02-14", 1, ToDetect: 2, ToMitigate: 15, FromT0ToMitigated: 13, ToResolve: 73, FromT0ToResolved: 71, Items: 6),
        new("eslint-2018-07-12", 1, ToDetect: 88, ToMitigate: 168, FromT0ToMitigated: 80, ToResolve: 533, FromT0ToResolved: 445, Items: 4),
        new("fastly-2021-06-08", 1, ToDetect: 1, ToMitigate: 168, FromT0ToMitigated: 167, ToResolve: 177, FromT0ToResolved: 176, Items: 4),
        new(
            "gitlab-2017-01-31", 1, ToDetect: 0, ToMitigate: 1050,
            FromT0ToMitigated: 1050, ToResolve: 1110, FromT0ToResolved: 1110, Items: 3),
        new(
            "google-sre-book-shakespeare-2015", 2, ToDetect: 1, ToMitigate: 42,
            FromT0ToMitigated: 41, ToResolve: 66, FromT0ToResolved: 65, Items: 9),
        new("incidentio-2025-04-09", 2, null, ToMitigate: 11, null, ToResolve: 11, null, Items: 3),
        new("knight-capital-2012-08-01", 1, null, ToMitigate: 45, null, null, null, Items: 0),
        new("slack-2021-01-04", 1, ToDetect: 45, ToMitigate: 195, FromT0ToMitigated: 150, ToResolve: 280, FromT0ToResolved: 235, Items: 4),
        new("stackexchange-2016-07-20", 1, null, ToMitigate: 34, null, ToResolve: 34, null, Items: 4),
        new("worked-example", 2, ToDetect: 2, ToMitigate: 34, FromT0ToMitigated: 32, ToResolve: 44, FromT0ToResolved: 42, Items: 3),
    ];

    private static readonly JsonNode Thirteen = Figures(Host.Fixture("incidents"));

    // Medians, 90th percentiles and sums in minutes, by hand from the table above: the rank of the median of 13 is 7, of 12 is 6,
    // of 9 is 5; that of the 90th percentile of 13 is 12, of 12 is 11.
    [Theory]
    [InlineData("toDetect", 9, 2, null, 150)]
    [InlineData("toMitigate", 13, 34, 195, 1845)]
    [InlineData("detectedToMitigated", 9, 41, null, 1574)]
    [InlineData("toResolve", 12, 70, 533, 2552)]
    [InlineData("detectedToResolved", 9, 71, null, 2228)]
    [InlineData("downtime", 13, 34, 195, 1845)]
    public void Figures_ThirteenFiles_EqualTheSumsByHand(string figure, int n, int median, int? percentile, int total)
    {
        var row = Duration(Thirteen, figure);

        Assert.Equal((n, median * 60, total * 60), ((int)row["n"]!, (int)row["medianSeconds"]!, (int)row["totalSeconds"]!));
        Assert.Equal(percentile * 60, (int?)row["p90Seconds"]);
        int? Of(Row r) => figure switch
        {
            "toDetect" => r.ToDetect,
            "detectedToMitigated" => r.FromT0ToMitigated,
            "toResolve" => r.ToResolve,
            "detectedToResolved" => r.FromT0ToResolved,
            _ => r.ToMitigate,
        };
        Assert.Equal(
            ByHand.Where(r => Of(r) is not null)
                .OrderBy(Of)
                .ThenBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => (r.Id, Of(r)!.Value * 60)),
            row["samples"]!.AsArray().Select(sample => ((string)sample!["incident"]!, (int)sample["seconds"]!)));
        Assert.Equal(ByHand.Where(r => Of(r) is null).Select(r => r.Id), Names(row["unknown"]));
        Assert.All(new[] { "atMost", "contradictory", "open", "without" }, list => Assert.Empty(row[list]!.AsArray()));
    }

    // Only the worked example says when it was acknowledged and what was posted: at 14:25, 14:48 and 15:05, with T0 at 14:23.
    [Theory]
    [InlineData("toAcknowledge", 2)]
    [InlineData("toFirstPublicUpdate", 25)]
    [InlineData("longestSilence", 25)]
    [InlineData("longestPublicSilence", 25)]
    public void Figures_OfTheWorkedExampleAlone_AreUnknownOfTheOthers(string figure, int minutes)
    {
        var row = Duration(Thirteen, figure);

        Assert.Equal(
            ("worked-example", minutes * 60),
            ((string)row["samples"]!.AsArray().Single()!["incident"]!, (int)row["samples"]![0]!["seconds"]!));
        Assert.Equal(ByHand.Select(r => r.Id).Where(id => id != "worked-example"), Names(row["unknown"]));
    }

    [Fact]
    public void Figures_WithoutRecord_AreUnknown()
    {
        Assert.All(
            new[] { "toStaff", "understaffed" },
            figure => Assert.Equal(ByHand.Select(r => r.Id), Names(Duration(Thirteen, figure)["unknown"])));
        // Whom an alert noticed first has no customer report on record.
        Assert.Equal(
            (12, "worked-example"),
            (
                Names(Duration(Thirteen, "customerReportToPublicUpdate")["unknown"]).Length,
                Names(Duration(Thirteen, "customerReportToPublicUpdate")["without"]).Single()));
    }

    [Fact]
    public void Counts_ThirteenFiles_EqualThoseByHand()
    {
        Assert.Equal([9, 4, 0, 0], Thirteen["levels"]!.AsArray().Select(level => (int)level!["final"]!));
        Assert.Equal([9, 4], new[] { 1, 2 }.Select(level => ByHand.Count(r => r.Level == level)));
        Assert.Equal((13, 13), ((int)Thirteen["incidents"]!["counted"]!, (int)Thirteen["incidents"]!["open"]!));
        Assert.Equal((1, 12), (Names(Thirteen["noticedBy"]!["alert"]).Length, Names(Thirteen["noticedBy"]!["unknown"]).Length));
        Assert.Equal((0, ByHand.Sum(r => r.Items)), ((int)Thirteen["actionItems"]!["done"]!, (int)Thirteen["actionItems"]!["unknown"]!));
        Assert.Equal(
            (1, 1, 12),
            (
                (int)Thirteen["publicUpdates"]!["kept"]!,
                (int)Thirteen["publicUpdates"]!["promised"]!,
                Names(Thirteen["publicUpdates"]!["unknown"]).Length));
        Assert.Equal(
            (2, 2, 12),
            (
                (int)Thirteen["internalUpdates"]!["kept"]!,
                (int)Thirteen["internalUpdates"]!["promised"]!,
                Names(Thirteen["internalUpdates"]!["unknown"]).Length));
        Assert.Equal((0, 13), ((int)Thirteen["postMortems"]!["of"]!, Names(Thirteen["postMortems"]!["unknown"]).Length));
        Assert.Equal(0, (int)Thirteen["recurrences"]!["total"]!);
        Assert.Equal(
            (0, 13, 0),
            (
                (int)Thirteen["downtimeBases"]!["intervals"]!,
                (int)Thirteen["downtimeBases"]!["assumed"]!,
                (int)Thirteen["downtimeBases"]!["upperBound"]!));
        Assert.Equal(["severityInflation"], Thirteen["advice"]!.AsArray().Select(advice => (string)advice!["kind"]!));
        Assert.Empty(Thirteen["contradictions"]!.AsArray());
    }

    // By hand: of the others neither acknowledgement nor roles, channel, updates or post-mortem are recorded.
    [Theory]
    [InlineData("acknowledge", 1, 0, 0, 12)]
    [InlineData("assignCommander", 0, 1, 0, 12)]
    [InlineData("staffRoles", 0, 1, 0, 12)]
    [InlineData("setLevel", 0, 0, 0, 13)]
    [InlineData("openChannel", 1, 0, 0, 12)]
    [InlineData("mitigate", 0, 1, 0, 12)]
    [InlineData("firstPublicUpdate", 0, 1, 0, 12)]
    [InlineData("publicUpdate", 1, 0, 0, 0)]
    [InlineData("internalUpdate", 2, 0, 0, 12)]
    [InlineData("fixPostMortem", 0, 0, 0, 13)]
    [InlineData("holdPostMortem", 0, 0, 0, 13)]
    [InlineData("publishPostMortem", 0, 0, 0, 13)]
    public void Obligations_ThirteenFiles_EqualThoseByHand(string name, int met, int late, int missed, int unknown)
    {
        var row = Thirteen["obligations"]!.AsArray().Single(o => (string)o!["obligation"]! == name)!;

        Assert.Equal(
            (met, late, missed, unknown, met + late + missed),
            ((int)row["met"]!, (int)row["metLate"]!, (int)row["missed"]!, (int)row["unknown"]!, (int)row["of"]!));
    }

    [Fact]
    public void Figures_ListsOfAFileOrFilesInAnotherOrder_ChangeNothing()
    {
        using var folder = new TemporaryFolder();
        foreach (var (i, file) in Files().Reverse().Index())
        {
            var incident = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (var (key, list) in incident.Where(pair => pair.Value is JsonArray)
                .Select(pair => (pair.Key, pair.Value!.AsArray()))
                .ToList())
            {
                incident[key] = new JsonArray(
                [
                    .. list.Skip(1)
                        .Append(list.FirstOrDefault())
                        .Reverse()
                        .Where(item => item is not null)
                        .Select(item => item!.DeepClone()),
                ]);
            }

            folder.Write($"{i:00}.json", incident.ToJsonString());
        }

        Assert.Equal(Thirteen.ToJsonString(), Figures(folder.Path).ToJsonString());
    }

    // Nothing unknown becomes zero: without a time the incident is unknown in each figure that hangs on it, and no other sample changes.
    [Theory]
    [InlineData("started", "toDetect", "toMitigate", "toResolve", "downtime")]
    [InlineData(
        "detected", "toDetect", "toAcknowledge", "detectedToMitigated", "detectedToResolved",
        "toFirstPublicUpdate", "longestSilence", "longestPublicSilence")]
    [InlineData("acknowledged", "toAcknowledge")]
    [InlineData("mitigated", "toMitigate", "detectedToMitigated", "downtime")]
    [InlineData("resolved", "toResolve", "detectedToResolved", "longestSilence", "longestPublicSilence")]
    [InlineData("updates", "toFirstPublicUpdate", "longestSilence", "longestPublicSilence")]
    public void Figures_WithoutATime_MoveItFromTheSamplesToTheUnknown(string key, params string[] hanging)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Files())
        {
            foreach (var other in Files())
                File.Copy(other, Path.Combine(folder.Path, Path.GetFileName(other)), overwrite: true);
            var incident = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            incident[key] = null;
            if (key == "acknowledged")
                incident["declared"] = null;
            folder.Write(Path.GetFileName(file), incident.ToJsonString());

            var (id, figures) = ((string)incident["id"]!, Figures(folder.Path));

            foreach (var before in Thirteen["durations"]!.AsArray())
            {
                var after = Duration(figures, (string)before!["figure"]!);
                string[] Samples(JsonNode row) => [.. row["samples"]!.AsArray().Select(s => s!.ToJsonString())];
                var isHanging = hanging.Contains((string)before["figure"]!);
                Assert.Equal(
                    Samples(before).Where(sample => !isHanging || !sample.Contains($"\"{id}\"", StringComparison.Ordinal)),
                    Samples(after));
                if (isHanging)
                    Assert.Contains(id, Names(after["unknown"]).Concat(after["atMost"]!.AsArray().Select(s => (string)s!["incident"]!)));
            }
        }
    }

    [Fact]
    public void Figures_OfAPeriod_CountWhatBeganInIt()
    {
        var period = Figures(Host.Fixture("incidents"), "--from", "2021-01-01", "--to", "2021-06-22T08:29:01Z");

        Assert.Equal((3, 10), ((int)period["incidents"]!["counted"]!, (int)period["incidents"]!["outsidePeriod"]!));
        Assert.Equal(
            ["dfds-2021-06-22", "fastly-2021-06-08", "slack-2021-01-04"],
            Names(Duration(period, "toDetect")["samples"], "incident").Order(StringComparer.Ordinal));
        Assert.Equal(("2021-01-01T00:00:00Z", "2021-06-22T08:29:01Z"), ((string)period["from"]!, (string)period["to"]!));
        Assert.Equal(
            2,
            (int)Figures(Host.Fixture("incidents"), "--from", "2021-01-01", "--to", "2021-06-22T08:29:00Z")["incidents"]!["counted"]!);
        Assert.Equal(2, (int)Figures(Host.Fixture("incidents"), "--from", "2025-01-01")["incidents"]!["counted"]!);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Host.Fixture("incidents"), "*.json").Order(StringComparer.Ordinal);

    private static JsonNode Figures(string folder, params string[] more)
    {
        var (exitCode, output, errors) = Host.Run(["figures", folder, "--json", .. more]);
        Assert.Equal((0, ""), (exitCode, errors));
        return JsonNode.Parse(output)!;
    }

    private static JsonNode Duration(JsonNode figures, string name) =>
        figures["durations"]!.AsArray().Single(row => (string)row!["figure"]! == name)!;

    private static string[] Names(JsonNode? list, string? key = null) =>
        [.. list!.AsArray().Select(item => (string)(key is null ? item! : item![key]!)!)];

    private sealed record Row(
        string Id,
        int Level,
        int? ToDetect,
        int? ToMitigate,
        int? FromT0ToMitigated,
        int? ToResolve,
        int? FromT0ToResolved,
        int Items);
}
