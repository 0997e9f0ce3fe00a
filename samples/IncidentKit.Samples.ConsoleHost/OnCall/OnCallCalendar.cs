using System.Globalization;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>
/// A calendar: a line for each local day, a block for each half hour, a colour for each person; without colours a letter.
/// </summary>
internal sealed class OnCallCalendar
{
    private const int BlocksPerDay = 48;
    private const int MostDays = 92;
    private static readonly Color[] Palette =
        [Color.Aqua, Color.Green, Color.Yellow, Color.Fuchsia, Color.Blue, Color.Orange1, Color.MediumPurple, Color.Teal];

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly OnCallSchedule _schedule;
    private readonly Interval _range;
    private readonly Dictionary<string, (Color Colour, char Letter)> _signs;

    public OnCallCalendar(OnCallSchedule schedule, Interval range, IEnumerable<string> people)
    {
        (_schedule, _range) = (schedule, range);
        _signs = people.Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(p => p.Item, p => (Palette[p.Index % Palette.Length], Letters[p.Index % Letters.Length]), StringComparer.Ordinal);
    }

    public void Show(IAnsiConsole console)
    {
        var isColoured = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        var first = DateOnly.FromDateTime(LocalTime.FromInstant(_schedule.TimeZone, _range.Start));
        console.MarkupLineInterpolated(
            $"[bold]{PlainText.Line(_schedule.Name)}[/] [grey]{_schedule.TimeZone.Id}; one block is half an hour[/]");
        console.MarkupLine("                "
            + string.Concat(Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 3:00}    "))));
        var days = _range.Duration > TimeSpan.Zero
            ? DateOnly.FromDateTime(LocalTime.FromInstant(_schedule.TimeZone, _range.End.AddTicks(-1))).DayNumber - first.DayNumber + 1
            : 0;
        foreach (var date in Enumerable.Range(0, Math.Min(days, MostDays)).Select(first.AddDays))
            console.MarkupLine($"{date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)}  {Line(date, isColoured)}");
        if (days > MostDays)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]… and {days - MostDays:N0} more days[/]");
        console.MarkupLine("  "
            + string.Join("  ", _signs.Select(p => $"{Sign(p.Key, isColoured)} {Markup.Escape(PlainText.Line(p.Key))}"))
            + $"  [grey]· nobody   {(isColoured ? "▀" : "+")} two or more[/]");
    }

    private string Line(DateOnly date, bool isColoured)
    {
        var blocks = new System.Text.StringBuilder();
        for (var block = 0; block < BlocksPerDay; block++)
        {
            var at = LocalTime.ToInstant(_schedule.TimeZone, date.ToDateTime(default).AddMinutes(30 * block));
            blocks.Append(_range.Contains(at) ? Block(_schedule.OnCallAt(at), isColoured) : " ");
        }

        return blocks.ToString();
    }

    // The first two of those on call together share the block, upper half and lower.
    private string Block(OnCallPeople people, bool isColoured) => people.Count switch
    {
        0 => "[grey]·[/]",
        1 => Sign(people[0].Id, isColoured),
        _ => isColoured ? $"[{_signs[people[0].Id].Colour.ToMarkup()} on {_signs[people[1].Id].Colour.ToMarkup()}]▀[/]" : "+",
    };

    private string Sign(string person, bool isColoured) =>
        isColoured ? $"[{_signs[person].Colour.ToMarkup()}]█[/]" : _signs[person].Letter.ToString();
}
