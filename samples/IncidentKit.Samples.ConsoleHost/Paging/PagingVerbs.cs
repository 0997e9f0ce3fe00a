using System.CommandLine;
using System.Text.Json;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.OnCall;
using IncidentKit.Samples.ConsoleHost.Recorded;

namespace IncidentKit.Samples.ConsoleHost.Paging;

/// <summary>The verb `paging plan`.</summary>
internal static class PagingVerbs
{
    /// <summary>Makes the verbs.</summary>
    /// <param name="print">Asks, prints the answer in the way that was asked for, and makes it an exit code.</param>
    /// <param name="policyOf">Reads the policy that the arguments name.</param>
    public static Command Create(Func<ParseResult, Func<VerbAnswer>, int> print, Func<ParseResult, IncidentPolicy> policyOf)
    {
        var incident = new Option<string>("--incident") { Description = "A recorded incident (JSON), as replay reads it", Required = true };
        var schedule = new Option<string>("--schedule") { Description = "A schedule (JSON), as oncall reads it", Required = true };
        var at = new Option<string?>("--at")
        {
            Description = "When paging begins, such as 2025-11-18T14:25:00Z; the time of detection where it is not given",
        };
        var plan = new Command(
            "plan",
            "Who would be paged when, and why: the steps of the policy, with what the file says that people did.")
            {
                incident,
                schedule,
                at,
            };
        plan.SetAction(parsed => print(
            parsed,
            () => Answer(parsed.GetValue(incident)!, parsed.GetValue(schedule)!, parsed.GetValue(at), () => policyOf(parsed))));
        return new Command("paging", "Asks who would be paged.") { plan };
    }

    private static VerbAnswer Answer(string incidentFile, string scheduleFile, string? at, Func<IncidentPolicy> policyOf)
    {
        List<DocumentException> unsound = [];
        var instant = Try(unsound, () => Instant(at));
        var recorded = Try(unsound, () => RecordedIncidentReader.Read(incidentFile));
        var schedule = Try(unsound, () => Load(scheduleFile));
        var policy = Try(unsound, policyOf);
        var plan = recorded is null || (at is not null && instant is null)
            ? null
            : Try(unsound, () => RecordedPaging.Plan(recorded, schedule, policy ?? IncidentPolicy.Default, instant));
        if (unsound.Count > 0)
            throw new AggregateException(unsound);
        var document = new PagingDocument(
            recorded!.Id,
            [.. plan!.Select(row => new PagingRow(
                row.At, PagingView.Word(row.Action), [.. row.To.Select(person => person.Id)], row.Step, row.Repeat, row.Reason))]);
        return new(
            () => JsonSerializer.Serialize(document, PagingJsonContext.Default.PagingDocument),
            console => PagingView.Show(recorded, plan!, console),
            IsNo: false);
    }

    // Where one file is not sound, what is wrong with the others is told as well.
    private static T? Try<T>(List<DocumentException> unsound, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DocumentException e)
        {
            unsound.Add(e);
            return default;
        }
    }

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null
        : Iso8601.TryParse(text, out var instant) ? instant
        : throw new DocumentException(
            "arguments",
            [new DocumentFault("--at", $"\"{text}\" is no time with an offset: write it as 2025-11-18T14:25:00Z")]);

    private static OnCallSchedule Load(string path)
    {
        using var file = new MemoryStream(InputFile.Read(path));
        return OnCallSchedule.Load(file, path);
    }
}
