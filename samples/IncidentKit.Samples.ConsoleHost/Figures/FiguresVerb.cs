using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IncidentKit.Samples.ConsoleHost.OnCall;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Figures;

/// <summary>The verb `figures`: what many recorded incidents say together.</summary>
internal static class FiguresVerb
{
    /// <summary>Makes the verb.</summary>
    /// <param name="print">Asks, prints the answer in the way that was asked for, and makes it an exit code.</param>
    /// <param name="policyOf">The policy that the arguments name.</param>
    /// <param name="watching">The console of a person who watches; null where nobody does.</param>
    public static Command Create(
        Func<ParseResult, Func<VerbAnswer>, int> print,
        Func<ParseResult, IncidentPolicy> policyOf,
        Func<ParseResult, IAnsiConsole?> watching)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder of recorded incidents (JSON), as replay reads them" };
        var from = new Option<string?>("--from") { Description = "Only incidents detected from an instant or a day (UTC) on" };
        var to = new Option<string?>("--to") { Description = "Only incidents detected before an instant or a day (UTC)" };
        var verb = new Command(
            "figures",
            "The figures of many recorded incidents, each with its n, and what is unknown or contradictory counted apart.")
            {
                folder,
                from,
                to,
            };
        verb.SetAction(parsed => print(parsed, () =>
        {
            var period = PeriodOf(parsed.GetValue(from), parsed.GetValue(to));
            var policy = policyOf(parsed);
            var incidents = IncidentFolder.Read(parsed.GetValue(folder)!, policy, watching(parsed));
            var report = FiguresReport.Of(incidents.Incidents, [policy], DateTimeOffset.MaxValue, new() { Period = period });
            return new(
                () => JsonSerializer.Serialize(
                    new FiguresAnswer(report, incidents.Ids).ToDocument(),
                    FiguresJsonContext.Default.FiguresDocument),
                console => FiguresView.Show(report, incidents, console),
                IsNo: false);
        }));
        return verb;
    }

    private static Interval? PeriodOf(string? from, string? to)
    {
        List<DocumentFault> faults = [];
        var (start, end) = (Read("--from", from, faults), Read("--to", to, faults));
        if (end <= start)
            faults.Add(new("--to", $"{Iso8601.Format(end.Value)} is not after {Iso8601.Format(start.Value)}"));
        if (faults.Count > 0)
            throw new DocumentException("arguments", faults);
        return from is null && to is null ? null : new Interval(start ?? DateTimeOffset.MinValue, end ?? DateTimeOffset.MaxValue);
    }

    private static DateTimeOffset? Read(string option, string? text, List<DocumentFault> faults)
    {
        if (text is null)
            return null;
        if (Iso8601.TryParse(text, out var instant))
            return instant;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        faults.Add(new(option, $"\"{text}\" is neither a day nor a time with an offset: write it as 2025-11-18 or 2025-11-18T14:25:00Z"));
        return null;
    }
}
