using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace IncidentKit.Tests;

/// <summary>Everything that an incident shows to the outside, as text.</summary>
internal static class Dump
{
    private static readonly PropertyInfo[] Properties = [.. typeof(Incident).GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)];

    public static string Of(Incident incident) => string.Join('\n', Properties.Select(p => $"{p.Name}: {Text(p.GetValue(incident))}"));

    public static string Of(IncidentEvent happened) => JsonSerializer.Serialize(happened, IncidentJsonContext.Default.IncidentEvent);

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable<IncidentEvent> events => string.Join("\n  ", events.Select(Of)),
        IEnumerable<Responder> people => string.Join(", ", people.Select(p => p.Id).Order(StringComparer.Ordinal)),
        IEnumerable<string> texts => string.Join(", ", texts.Order(StringComparer.Ordinal)),
        IEnumerable items => string.Join(", ", items.Cast<object>()),
        _ => value.ToString()!,
    };
}
