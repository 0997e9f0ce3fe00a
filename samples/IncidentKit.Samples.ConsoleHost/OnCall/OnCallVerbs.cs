using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Recorded;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>The verbs below `oncall`: who, shifts, gaps, handoffs, check, diff.</summary>
internal static class OnCallVerbs
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly Option<string> ScheduleFile =
        new("--schedule") { Description = "A schedule (JSON)", Required = true, Recursive = true };

    /// <summary>Makes the verbs.</summary>
    /// <param name="print">Asks, prints the answer in the way that was asked for, and makes it an exit code.</param>
    public static Command Create(Func<ParseResult, Func<VerbAnswer>, int> print) =>
        new(
            "oncall",
            "Asks an on-call schedule: who is on call and why, shifts, gaps, handoffs, what can never happen, whose shifts change.")
            {
                ScheduleFile, Who(print), Shifts(print), Gaps(print), Handoffs(print), Check(print), Diff(print),
            };

    private static Command Who(Func<ParseResult, Func<VerbAnswer>, int> print)
    {
        var at = new Option<string[]>("--at")
        {
            Description = "An instant, or a time in the schedule's zone; may be given several times",
            Required = true,
        };
        return Verb("who", "Who is on call, since when, until when, and why.", print, [at], (parsed, schedule, faults) =>
        {
            var instants = parsed.GetValue(at)!.Select(text => Instant(schedule, "--at", text, faults)).ToList();
            return faults.Count > 0
                ? null
                : Answer(
                    OnCallAnswers.Who(schedule, instants),
                    OnCallJsonContext.Default.WhoDocument,
                    (document, console) => OnCallView.Show(document, schedule, console));
        });
    }

    private static Command Shifts(Func<ParseResult, Func<VerbAnswer>, int> print)
    {
        var (from, to) = RangeOptions();
        return Verb(
            "shifts", "The shifts per person, clipped to the range, with a calendar.", print, [from, to], (parsed, schedule, faults) =>
                Range(parsed, schedule, from, to, faults) is { } range
                    ? Answer(
                        OnCallAnswers.Shifts(schedule, range),
                        OnCallJsonContext.Default.ShiftsDocument,
                        (document, console) => OnCallView.Show(document, schedule, console))
                    : null);
    }

    private static Command Gaps(Func<ParseResult, Func<VerbAnswer>, int> print)
    {
        var (from, to) = RangeOptions();
        return Verb("gaps", "Where nobody is on call; exit code 1 where there are gaps.", print, [from, to], (parsed, schedule, faults) =>
            Range(parsed, schedule, from, to, faults) is { } range
                ? Answer(
                    OnCallAnswers.Gaps(schedule, range),
                    OnCallJsonContext.Default.GapsDocument,
                    OnCallView.Show,
                    document => document.Gaps.Count > 0)
                : null);
    }

    private static Command Handoffs(Func<ParseResult, Func<VerbAnswer>, int> print)
    {
        var (from, to) = RangeOptions();
        var layer = new Option<string>("--layer") { Description = "The name of the layer", Required = true };
        return Verb("handoffs", "The handoffs of a layer.", print, [layer, from, to], (parsed, schedule, faults) =>
        {
            var name = parsed.GetValue(layer)!;
            if (!schedule.Layers.Any(l => l.Name == name))
            {
                faults.Add(new DocumentFault(
                    "--layer",
                    $"there is no layer \"{name}\"; the schedule has {string.Join(", ", schedule.Layers.Select(l => l.Name).Take(20))}"));
            }

            return Range(parsed, schedule, from, to, faults) is { } range && faults.Count == 0
                ? Answer(
                    OnCallAnswers.Handoffs(schedule, name, range),
                    OnCallJsonContext.Default.HandoffsDocument,
                    (document, console) => OnCallView.Show(document, schedule, console))
                : null;
        });
    }

    private static Command Check(Func<ParseResult, Func<VerbAnswer>, int> print) => Verb(
        "check", "What can never happen, and what wears people out; exit code 1 where anything is found.", print, [], (_, schedule, _) =>
            Answer(
                OnCallAnswers.Check(schedule),
                OnCallJsonContext.Default.CheckDocument,
                OnCallView.Show,
                document => document.Findings.Count > 0));

    private static Command Diff(Func<ParseResult, Func<VerbAnswer>, int> print)
    {
        var (from, to) = RangeOptions();
        var with = new Option<string>("--with")
        {
            Description = "The schedule as it is to be (JSON); --schedule is the one as it was, whose zone counts",
            Required = true,
        };
        return Verb(
            "diff",
            "Whose shifts change from one schedule to another: when, from whom, to whom.",
            print,
            [with, from, to],
            (parsed, before, faults) =>
            {
                var within = Range(parsed, before, from, to, faults);
                var after = LoadBeside(parsed.GetValue(with)!, faults);
                return within is { } range
                    ? Answer(OnCallAnswers.Diff(before, after, range), OnCallJsonContext.Default.DiffDocument, OnCallView.Show)
                    : null;
            }, with);
    }

    private static Command Verb(
        string name,
        string description,
        Func<ParseResult, Func<VerbAnswer>, int> print,
        Option[] options,
        Func<ParseResult, OnCallSchedule, List<DocumentFault>, VerbAnswer?> ask,
        Option<string>? other = null)
    {
        var verb = new Command(name, description);
        foreach (var option in options)
            verb.Add(option);
        verb.SetAction(parsed => print(parsed, () =>
        {
            List<DocumentFault> faults = [];
            var schedule = LoadBoth(parsed.GetValue(ScheduleFile)!, other is null ? null : parsed.GetValue(other));
            return ask(parsed, schedule, faults) ?? throw new DocumentException("arguments", faults);
        }));
        return verb;
    }

    private static OnCallSchedule Load(string path)
    {
        using var file = new MemoryStream(InputFile.Read(path));
        return OnCallSchedule.Load(file, path);
    }

    // Where the first file is not sound, what is wrong with a second is told as well.
    private static OnCallSchedule LoadBoth(string path, string? other)
    {
        try
        {
            return Load(path);
        }
        catch (DocumentException first) when (other is not null)
        {
            List<DocumentException> unsound = [first];
            try
            {
                Load(other);
            }
            catch (DocumentException second)
            {
                unsound.Add(second);
            }

            throw new AggregateException(unsound);
        }
    }

    // What is wrong with the arguments is told beside what is wrong with the file.
    private static OnCallSchedule LoadBeside(string path, List<DocumentFault> faults)
    {
        try
        {
            return Load(path);
        }
        catch (DocumentException unsound) when (faults.Count > 0)
        {
            throw new AggregateException(unsound, new DocumentException("arguments", faults));
        }
    }

    private static VerbAnswer Answer<T>(T document, JsonTypeInfo<T> type, Action<T, IAnsiConsole> show, Func<T, bool>? isNo = null) => new(
        () => System.Text.Json.JsonSerializer.Serialize(document, type),
        console => show(document, console),
        isNo?.Invoke(document) ?? false);

    private static (Option<string> From, Option<string> To) RangeOptions() => (
        new("--from") { Description = "The start of the range: an instant, or a time in the schedule's zone", Required = true },
        new("--to") { Description = "The end of the range, which it does not hold", Required = true });

    private static Interval? Range(
        ParseResult parsed,
        OnCallSchedule schedule,
        Option<string> from,
        Option<string> to,
        List<DocumentFault> faults)
    {
        var before = faults.Count;
        var start = Instant(schedule, "--from", parsed.GetValue(from)!, faults);
        var end = Instant(schedule, "--to", parsed.GetValue(to)!, faults);
        if (faults.Count == before && end < start)
            faults.Add(new DocumentFault("--to", "the end of the range lies before its start"));
        return faults.Count == before ? new Interval(start, end) : null;
    }

    private static DateTimeOffset Instant(OnCallSchedule schedule, string option, string text, List<DocumentFault> faults)
    {
        if (Iso8601.TryParse(text, out var instant))
            return instant;
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return LocalTime.ToInstant(schedule.TimeZone, local);
        faults.Add(new DocumentFault(
            option,
            $"\"{text}\" is no time: write it as 2025-11-18T14:25:00Z, or as 2025-11-18T15:25 in the schedule's zone"));
        return default;
    }
}
