using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>The answers of the `oncall` verbs for people.</summary>
internal static class OnCallView
{
    public static void Show(WhoDocument who, OnCallSchedule schedule, IAnsiConsole console)
    {
        foreach (var answer in who.Answers)
        {
            console.MarkupLineInterpolated($"[bold]{Iso8601.Format(answer.At)}[/]{(answer.OnCall.Count == 0 ? " nobody is on call" : "")}");
            foreach (var person in answer.OnCall)
            {
                var (since, until) = (Time(person.Since, "ever"), Time(person.Until, "further notice"));
                console.MarkupLineInterpolated($"  [aqua]{PlainText.Line(person.Person)}[/] since {since}, until {until}");
            }

            foreach (var reason in schedule.Why(answer.At).Reasons)
                console.MarkupLineInterpolated($"  [grey]{PlainText.Line(reason.ToString())}[/]");
        }
    }

    public static void Show(ShiftsDocument shifts, OnCallSchedule schedule, IAnsiConsole console)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumn("Person")
            .AddColumn(new TableColumn("From (UTC)").NoWrap())
            .AddColumn(new TableColumn("To (UTC)").NoWrap())
            .AddColumn(new TableColumn("Lasts").NoWrap());
        foreach (var shift in shifts.Shifts)
        {
            table.AddRow(
                new Text(PlainText.Line(shift.Person)),
                new Text(Iso8601.Format(shift.Start)),
                new Text(Iso8601.Format(shift.End)),
                new Text(ObligationWords.Span(shift.End - shift.Start)));
        }

        console.Write(table);
        new OnCallCalendar(schedule, new Interval(shifts.From, shifts.To), shifts.Shifts.Select(shift => shift.Person)).Show(console);
    }

    public static void Show(GapsDocument gaps, IAnsiConsole console)
    {
        if (gaps.Gaps.Count == 0)
        {
            console.MarkupLineInterpolated(
                $"[green]Somebody is on call all the time[/] from {Iso8601.Format(gaps.From)} to {Iso8601.Format(gaps.To)}.");
        }

        foreach (var gap in gaps.Gaps)
        {
            var lasts = ObligationWords.Span(gap.End - gap.Start);
            console.MarkupLineInterpolated($"[red]nobody[/] from {Iso8601.Format(gap.Start)} to {Iso8601.Format(gap.End)} ({lasts})");
        }
    }

    public static void Show(HandoffsDocument handoffs, OnCallSchedule schedule, IAnsiConsole console)
    {
        foreach (var handoff in handoffs.Handoffs)
        {
            console.MarkupLineInterpolated(
                $"{Iso8601.Format(handoff)}  [grey]then {PlainText.Line(schedule.OnCallAt(handoff).ToString()!)}[/]");
        }

        if (handoffs.Handoffs.Count == 0)
            console.MarkupLineInterpolated($"The layer {PlainText.Line(handoffs.Layer)} has no handoff in this range.");
    }

    public static void Show(CheckDocument check, IAnsiConsole console)
    {
        if (check.Findings.Count == 0)
            console.MarkupLine("[green]Nothing found.[/]");
        foreach (var finding in check.Findings)
        {
            console.MarkupLineInterpolated(
                $"[yellow]{finding.Place}[/] {PlainText.Line(finding.Message)} [bold]First:[/] {PlainText.Line(finding.Remedy)}");
        }
    }

    public static void Show(DiffDocument diff, IAnsiConsole console)
    {
        if (diff.Changes.Count == 0)
        {
            console.MarkupLineInterpolated(
                $"[green]Nobody's shifts change[/] from {Iso8601.Format(diff.From)} to {Iso8601.Format(diff.To)}.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("From (UTC)").NoWrap())
            .AddColumn(new TableColumn("To (UTC)").NoWrap()).AddColumn(new TableColumn("Lasts").NoWrap())
            .AddColumn("Was on call").AddColumn("Is on call");
        foreach (var change in diff.Changes)
        {
            table.AddRow(
                new Text(Iso8601.Format(change.Start)),
                new Text(Iso8601.Format(change.End)),
                new Text(ObligationWords.Span(change.End - change.Start)),
                People(change.Before, change.After, Color.Red),
                People(change.After, change.Before, Color.Green));
        }

        console.Write(table);
    }

    // Whom the change does not touch is grey.
    private static Paragraph People(IReadOnlyList<string> people, IReadOnlyList<string> others, Color touched)
    {
        var text = new Paragraph();
        if (people.Count == 0)
            text.Append("nobody", new Style(touched));
        for (var i = 0; i < people.Count; i++)
        {
            text.Append(
                (i > 0 ? ", " : "") + PlainText.Line(people[i]),
                new Style(others.Contains(people[i], StringComparer.Ordinal) ? Color.Grey : touched));
        }

        return text;
    }

    private static string Time(DateTimeOffset? at, string otherwise) => at is { } known ? Iso8601.Format(known) : otherwise;
}
