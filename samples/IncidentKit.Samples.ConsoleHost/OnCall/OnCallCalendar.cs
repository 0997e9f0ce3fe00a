using System.Globalization;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>A coloured calendar: a line for each local day, a block for each half hour, a colour for each person.</summary>
internal sealed class OnCallCalendar
{
    private const int BlocksPerDay = 48;
    private const int MostDays = 92;
    private static readonly Color[] Palette = [Color.Aqua, Color.Green, Color.Yellow, Color.Fuchsia, Color.Blue, Color.Orange1, Color.MediumPurple, Color.Teal];

    private readonly OnCallSchedule _schedule;
    private readonly Interval _range;
    private readonly Dictionary<string, Color> _colours;

    public OnCallCalendar(OnCallSchedule schedule, Interval range, IEnumerable<string> people)
    {
        (_schedule, _range) = (schedule, range);
        _colours = people.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((id, i) => (id, Colour: Palette[i % Palette.Length])).ToDictionary(p => p.id, p => p.Colour, StringComparer.Ordinal);
    }

    public void Show(IAnsiConsole console)
    {
        var first = DateOnly.FromDateTime(LocalTime.FromInstant(_schedule.TimeZone, _range.Start));
        console.MarkupLineInterpolated($"[bold]{PlainText.Line(_schedule.Name)}[/] [grey]{_schedule.TimeZone.Id}; one block is half an hour[/]");
        console.MarkupLine("                " + string.Concat(Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 3:00}    "))));
        var days = _range.Duration > TimeSpan.Zero ? DateOnly.FromDateTime(LocalTime.FromInstant(_schedule.TimeZone, _range.End.AddTicks(-1))).DayNumber - first.DayNumber + 1 : 0;
        foreach (var date in Enumerable.Range(0, Math.Min(days, MostDays)).Select(first.AddDays))
            console.MarkupLine($"{date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)}  {Line(date)}");
        if (days > MostDays)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]… and {days - MostDays:N0} more days[/]");
        console.MarkupLine("  " + string.Join("  ", _colours.Select(p => $"[{p.Value.ToMarkup()}]█[/] {Markup.Escape(PlainText.Line(p.Key))}")) + "  [grey]· nobody   ▀ two or more[/]");
    }

    private string Line(DateOnly date)
    {
        var blocks = new System.Text.StringBuilder();
        for (var block = 0; block < BlocksPerDay; block++)
        {
            var at = LocalTime.ToInstant(_schedule.TimeZone, date.ToDateTime(default).AddMinutes(30 * block));
            blocks.Append(_range.Contains(at) ? Block(_schedule.OnCallAt(at)) : " ");
        }

        return blocks.ToString();
    }

    // The first two of those on call together share the block, upper half and lower.
    private string Block(OnCallPeople people) => people.Count switch
    {
        0 => "[grey]·[/]",
        1 => $"[{ColourOf(people[0])}]█[/]",
        _ => $"[{ColourOf(people[0])} on {ColourOf(people[1])}]▀[/]",
    };

    private string ColourOf(Responder person) => _colours.GetValueOrDefault(person.Id, Color.Default).ToMarkup();
}
