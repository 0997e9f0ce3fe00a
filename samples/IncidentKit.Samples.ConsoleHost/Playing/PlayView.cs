using System.Globalization;
using IncidentKit.Samples.ConsoleHost.Verbs;
using IncidentKit.Templates;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>
/// The scene for people: phase, roles, obligations, the latest facts and messages. Built from the incident each time.
/// </summary>
internal sealed class PlayView(PostMortems postMortems, IncidentPolicies policies)
{
    private static readonly IncidentPhase[] Course =
        [IncidentPhase.Detection, IncidentPhase.Mitigation, IncidentPhase.Resolution, IncidentPhase.Recovery, IncidentPhase.Closed];

    private const int TwoTables = 78;
    private const int AllParts = 40;

    /// <summary>One frame of the live view: only the latest of everything, and less of it where the terminal is small.</summary>
    public IRenderable Frame(PlayScene scene, DateTimeOffset now, int width, int height)
    {
        var isSmall = width < TwoTables || height < AllParts;
        return new Rows(
            Head(scene, now), Phases(scene.Incident!), LookedUp(scene),
            new Columns(Roles(scene.Incident!), Obligations(scene.Incident!, now, isSmall ? 5 : 9)) { Expand = false },
            Facts(scene.Incident!, now, isSmall ? 3 : 8), Refusals(scene, 1), height < AllParts ? new Rows() : Message(scene));
    }

    /// <summary>The whole play, for where nobody watches it live.</summary>
    public IEnumerable<IRenderable> Whole(PlayScene scene, DateTimeOffset now)
    {
        yield return Head(scene, now);
        yield return Phases(scene.Incident!);
        yield return LookedUp(scene);
        yield return Roles(scene.Incident!);
        yield return Facts(scene.Incident!, now, int.MaxValue);
        yield return Refusals(scene, int.MaxValue);
        foreach (var message in scene.Messages)
            yield return Message(message);
        yield return Obligations(scene.Incident!, now, int.MaxValue);
    }

    private static Rule Head(PlayScene scene, DateTimeOffset now)
    {
        var incident = scene.Incident!;
        var level = incident.LevelName ?? "level not set";
        return new Rule($"[bold]{Markup.Escape(PlainText.Line(level))}[/] {Markup.Escape(PlainText.Line(incident.Title))} [grey]· "
            + $"{Markup.Escape(PlainText.Line(incident.Service))} · "
            + $"{now.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC[/]")
            .LeftJustified();
    }

    private static Markup Phases(Incident incident)
    {
        var shown = incident.Phase == IncidentPhase.Cancelled ? [.. Course, IncidentPhase.Cancelled] : Course;
        return new Markup("\n" + string.Join(" [grey]›[/] ", shown.Select(phase =>
            phase == incident.Phase ? $"[black on aqua] {phase} [/]" : phase < incident.Phase ? $"[aqua]{phase}[/]" : $"[grey]{phase}[/]"))
            + "\n");
    }

    private static Markup LookedUp(PlayScene scene) => new(scene.OnCall is { } found
        ? $"[grey]On call at {found.At.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC:[/] "
            + $"{Markup.Escape(PlainText.Line(found.Who))}\n"
        : "[grey]Nobody was looked up yet[/]\n");

    private Table Roles(Incident incident)
    {
        var policy = policies.Of(incident);
        var table = new Table().Border(TableBorder.Rounded).Title("[bold]Roles[/]").AddColumn("Role").AddColumn("Held by");
        foreach (var role in Enum.GetValues<IncidentRole>())
            table.AddRow(new Text(role.Display()), new Text(PlainText.Line(incident.Roles[role]?.Name ?? "–")));
        if (policy.IsUnderstaffed(incident))
            table.Caption("[yellow]understaffed: one person holds two roles[/]");
        return table;
    }

    private Table Obligations(Incident incident, DateTimeOffset now, int most)
    {
        var everything = most == int.MaxValue;
        var rows = new ObligationLedger(policies.Of(incident)).At(incident, now)
            .Where(o => o.Status != ObligationStatus.NotRequired
                && (everything || o.Status == ObligationStatus.Pending || now - o.DueAt < TimeSpan.FromHours(2)))
            .ToList();
        var table = new Table()
            .Border(TableBorder.Rounded)
            .Title("[bold]Obligations[/]")
            .AddColumn(new TableColumn("What").NoWrap())
            .AddColumn(new TableColumn("Due").NoWrap())
            .AddColumn(new TableColumn("Status").NoWrap());
        foreach (var row in rows.TakeLast(most))
        {
            table.AddRow(
                new Text(row.Name),
                new Text(row.DueAt?.UtcDateTime.ToString(everything ? "MM-dd HH:mm" : "HH:mm", CultureInfo.InvariantCulture) ?? "–"),
                new Markup(ObligationWords.Of(row, now)));
        }

        return table;
    }

    private Grid Facts(Incident incident, DateTimeOffset now, int most)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var entry in postMortems.Draft(incident, instant: now).Timeline.TakeLast(most))
        {
            grid.AddRow(
                new Text(
                    entry.At?.UtcDateTime.ToString(most == int.MaxValue ? "MM-dd HH:mm" : "HH:mm", CultureInfo.InvariantCulture) ?? "  ?  ",
                    new Style(Color.Grey)),
                new Text(
                    PlainText.Line(string.Join(": ", new[] { entry.Milestone, entry.Text }.OfType<string>())),
                    entry.Milestone is null ? Style.Plain : new Style(Color.Aqua)));
        }

        return grid;
    }

    private static Rows Refusals(PlayScene scene, int most) => new(scene.Refusals.TakeLast(most).Select(refusal => new Markup(
        $"\n[red]{refusal.At.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)} "
            + $"{Markup.Escape(refusal.Command)} is refused[/]"
        + string.Concat(refusal.Violations.Select(violation =>
            $"\n  {Markup.Escape(PlainText.Line(violation.Message))} [bold]First:[/] {Markup.Escape(PlainText.Line(violation.Remedy))}"))
            + "\n")));

    private static Rows Message(PlayScene scene) => scene.Messages.Count == 0 ? new Rows() : new Rows(Message(scene.Messages[^1]));

    private static Panel Message(Notification message) =>
        new Panel(new Text(PlainText.Of(message.Render(NotificationFormat.Text).Trim())))
            .Header($"[bold] To customers: {Markup.Escape(PlainText.Line(message.Subject))} [/]")
            .BorderColor(Color.Green)
            .Expand();
}
