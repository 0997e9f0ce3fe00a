using System.Globalization;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>How an obligation stands, in a word and a colour.</summary>
internal static class ObligationWords
{
    /// <summary>Markup; at <paramref name="now"/>, where one is given, with the time that is left.</summary>
    public static string Of(Obligation obligation, DateTimeOffset? now = null) => obligation.Status switch
    {
        ObligationStatus.Met => "[green]✓ met[/]",
        ObligationStatus.MetLate when obligation is { MetAt: { } met, DueAt: { } due } => $"[yellow]late by {Span(met - due)}[/]",
        ObligationStatus.MetLate => "[yellow]late[/]",
        ObligationStatus.Missed => "[red]✗ missed[/]",
        ObligationStatus.Unknown => "[grey]unknown[/]",
        ObligationStatus.Waived => "[grey]waived[/]",
        _ => now is { } at && obligation.DueAt is { } due ? $"[aqua]in {Span(due - at)}[/]" : "[aqua]pending[/]",
    };

    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d {span.Hours} h"),
    };
}
