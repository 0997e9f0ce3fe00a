using System.Globalization;
using System.IO.Compression;
using System.Text;
using IncidentKit.Testing;

namespace IncidentKit.Tests.Obligations;

/// <summary>
/// What became of each obligation, and when, in random incidents whose facts fall on due instants as often as beside them:
/// nothing of it changes unseen.
/// </summary>
/// <remarks>
/// The laws say what is right; the book holds what is so. After a change that is meant, <c>INCIDENTKIT_WRITE_GOLDEN</c> names
/// the folder to rewrite. The incidents were made once and are kept beside it, so that a new kind of command changes none of them.
/// </remarks>
[Process("P08")]
[Process("P16")]
[Process("P23")]
public sealed class LedgerBookTests
{
    private static readonly IncidentPolicy Policy = IncidentPolicy.Default.Plus([],
    [
        new("acme.tellRegulator", ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(72)))
        {
            When = terms => terms.DataLost == true,
        },
        new("acme.callBack", ObligationTrigger.Acknowledgement, ObligationDeadline.Within(TimeSpan.FromMinutes(20)))
        {
            FulfilledBy = FulfillmentCondition.FirstEvent("the vendor was called", e => e is VendorEngaged),
        },
        new("acme.review", ObligationTrigger.EachRecurrence, ObligationDeadline.WithinBusinessTime(TimeSpan.FromHours(2)))
        {
            FulfilledBy = FulfillmentCondition.FirstEvent("a note", e => e is NoteAdded),
        },
        new(
            "acme.explain",
            ObligationTrigger.FirstEvent("the cause was found", e => e is CauseIdentified),
            ObligationDeadline.EndOfBusinessDay(1)),
    ]);

    [Fact]
    public void At_EveryInstantOfRandomIncidents_IsWhatTheBookSays()
    {
        var told = string.Concat(Incidents().Select((incident, i) => $"# {i + 1}\n{Tell(incident)}"));
        if (Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_GOLDEN") is { } folder)
            File.WriteAllText(Path.Combine(folder, "ledgers.txt"), told);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "ledgers.txt")), told);
    }

    // One incident a line. Half of the facts fall on an instant at which something is due.
    private static IEnumerable<Incident> Incidents()
    {
        using var packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "golden", "ledgers.incidents.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
            yield return Incident.Replay(IncidentStream.Read(line));
    }

    private static string Tell(Incident incident)
    {
        var ledger = new ObligationLedger(Policy);
        var facts = incident.History.Select(e => e.When.Instant).OfType<DateTimeOffset>().Append(IncidentStory.Start).ToList();
        var last = facts.Max().AddDays(20);
        var due = facts.Append(last)
            .SelectMany(at => ledger.At(incident, at))
            .SelectMany(o => new[] { o.DueAt, o.Since })
            .OfType<DateTimeOffset>();
        var text = new StringBuilder();
        List<string> before = [];
        foreach (var at in facts.Concat(due).SelectMany(at => new[] { at.AddTicks(-1), at }).Append(last).Distinct().Order())
        {
            var rows = ledger.At(incident, at).Select(o => $"{o.Name} {At(o.Since)} {At(o.DueAt)} {At(o.MetAt)} {o.Status}").ToList();
            var (gone, come) = (Without(before, rows), Without(rows, before));
            if (gone.Count + come.Count > 0)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{At(at)}{string.Concat(gone.Select(row => $" -{row}"))}{string.Concat(come.Select(row => $" +{row}"))}\n");
            }

            before = rows;
        }

        return text.Append(CultureInfo.InvariantCulture, $"next {At(ledger.NextDue(incident, facts.Max()))}\n").ToString();
    }

    private static List<string> Without(List<string> rows, List<string> others)
    {
        List<string> left = [.. others];
        return [.. rows.Where(row => !left.Remove(row))];
    }

    // Minutes from the start: short, and easy to compare.
    private static string At(DateTimeOffset? at) =>
        at is { } known ? (known - IncidentStory.Start).TotalMinutes.ToString("0.#######", CultureInfo.InvariantCulture) : "-";
}
