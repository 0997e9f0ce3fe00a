namespace IncidentKit.Templates.Tests;

/// <summary>
/// The documents of the worked example, as people would read them. With INCIDENTKIT_WRITE_GOLDEN set to a
/// folder they are written there.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string? WriteTo = Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_GOLDEN");

    public static TheoryData<string> Names => [.. Documents().Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Process("P41")]
    [Process("P51")]
    public void Render_WorkedExample_IsTheGoldenDocument(string name)
    {
        var actual = Documents().Single(document => document.Name == name).Text;
        if (WriteTo is not null)
            File.WriteAllText(Path.Combine(WriteTo, name), actual);

        Assert.Equal(File.ReadAllText(Path.Combine(WriteTo ?? Path.Combine(AppContext.BaseDirectory, "golden"), name)), actual);
    }

    private static IEnumerable<(string Name, string Text)> Documents()
    {
        var postMortems = new PostMortems(Incidents.Policies);
        var notes = new PostMortemNotes
        {
            WentWell = ["Alert within 2 minutes of impact", "A rollback plan was there"],
            WentPoorly = ["No check for missing indexes before deployment", "Outdated runbook"],
        };
        var draft = postMortems.Draft(Incidents.WorkedExample, notes);
        yield return ("post-mortem.txt", postMortems.Render(draft, PostMortemFormat.Text));
        yield return ("post-mortem.md", postMortems.Render(draft, PostMortemFormat.Markdown));
        yield return ("post-mortem.html", postMortems.Render(draft, PostMortemFormat.Html));
        foreach (var message in new Notifications(Incidents.Policies).Drafts(Incidents.WorkedExample))
        {
            foreach (var (format, extension) in ((NotificationFormat, string)[])
            [
                (NotificationFormat.Text, "txt"), (NotificationFormat.Markdown, "md"), (NotificationFormat.Html, "html"),
            ])
            {
                yield return ($"{message.Kind}.{extension}".ToLowerInvariant(), $"{message.Subject}\n\n{message.Render(format)}");
            }
        }
    }
}
