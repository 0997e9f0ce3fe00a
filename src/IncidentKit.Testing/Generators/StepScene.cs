namespace IncidentKit.Testing;

internal readonly record struct StepScene(IncidentPolicy Policy, Incident Incident, DateTimeOffset Now, bool AreTimesUnknown)
{
    private static readonly IncidentId Other = CountingIncidentIds.Of(9);
    private static readonly Responder[] People = [IncidentStory.Alice, IncidentStory.Bob, IncidentStory.Carol];
    private static readonly string[] Lines = ["errors", "\"quoted\" \\ 🔥", "Fehlerrate über 5 %", "an index is missing"];

    /// <summary>Null where nothing fits the type.</summary>
    public object? ValueOf(CommandProperty property, int pick)
    {
        if (property.IsNullable && pick % 3 == 0)
            return null;
        pick /= 3;
        return property.Type switch
        {
            { IsEnum: true } type => Enum.GetValues(type).GetValue(pick % Enum.GetValues(type).Length),
            var type when type == typeof(string) => TextOf(property.Info.Name, pick),
            var type when type == typeof(int) => property.Info.Name == "Level" ? 1 + (pick % Policy.Levels.Count) : 1 + (pick % 4),
            var type when type == typeof(long) => 1 + (pick % Incident.Version),
            var type when type == typeof(double) => pick % 101 / 100.0,
            var type when type == typeof(bool) => pick % 2 == 0,
            var type when type == typeof(Responder) => People[pick % People.Length],
            var type when type == typeof(IncidentId) => Other,
            var type when type == typeof(When) => AreTimesUnknown ? When.Unknown : When.At(Now.AddMinutes(-(pick % 90))),
            var type when type == typeof(DateTimeOffset) => Now.AddMinutes(5 + (pick % 90)),
            var type when type == typeof(DateOnly) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(pick % 20),
            var type when type == typeof(IReadOnlyList<string>) => ListOf(property.Info.Name, pick),
            var type => throw new InvalidOperationException($"Random steps know no value of the type {type}: add one here."),
        };
    }

    // Names and keys have a meaning; all other texts are any text of one line or two.
    private string TextOf(string property, int pick) => property switch
    {
        "Key" or "AlertKey" => $"alert-{pick % 3}",
        "Name" => pick % 2 == 0 ? $"inc-{pick % 5}" : "acme.deployRolledBack",
        "Data" => $"{{\"version\":{pick % 9}}}",
        "Delivery" => $"{Incident.Id}/1/step-1.{pick % 4}/alice",
        "Obligation" => OneOf([.. Policy.Obligations.Select(obligation => obligation.Name)], pick),
        "Rule" => OneOf([.. Policy.Rules.Where(rule => rule.IsWaivable).Select(rule => rule.Id)], pick),
        _ => pick % 5 == 4 ? "Fehlerrate\nsteigt" : OneOf(Lines, pick),
    };

    private static string[] ListOf(string property, int pick) => property == nameof(MarkUnknown.Facts)
        ? [OneOf([.. UnknownFacts.All, UnknownFacts.MitigatedAgain(1 + (pick % 3))], pick)]
        : [$"alert-{pick % 3}", "alert-9"];

    private static string OneOf(string[] words, int pick) => words.Length > 0 ? words[pick % words.Length] : "none";
}
