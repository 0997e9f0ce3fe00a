using System.Reflection;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>Every text that a person can type into a command has its limits, and the book of them says which.</summary>
/// <remarks>After a change that is meant, <c>INCIDENTKIT_WRITE_GOLDEN</c> names the folder to write anew.</remarks>
[Process("P61")]
public sealed class TextFieldTests
{
    private static readonly (string Name, string Text)[] Trials =
    [
        ("empty", ""), ("200", new string('x', 200)), ("201", new string('x', 201)),
        ("65536", new string('x', 65_536)), ("65537", new string('x', 65_537)),
        ("two lines", "a\nb"), ("NUL", "a\0"), ("half a pair", "a\uD83D"), ("the other half", "\uDD25a"),
        ("line separator", "a\u2028b"), ("only marks", "\u200B\u2060"), ("flame", "🔥"),
    ];

    [Fact]
    public void Decide_EachTextOfEachCommand_KeepsTheLimitsOfTheBook()
    {
        var fields = from kind in Samples.KindsOf<IncidentCommand>()
                     from property in Samples.Keys(kind)
                     where property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>)
                     group $"    {kind.Name}.{property.Name}" by string.Concat(Trials.Select(trial => Refusal(kind, property, trial)));
        var told = string.Concat(fields.Select(same => $"Refused:{same.Key}\n{string.Join('\n', same)}\n"));
        if (Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_GOLDEN") is { } folder)
            File.WriteAllText(Path.Combine(folder, "typed-texts.txt"), told);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "typed-texts.txt")), told);
    }

    private static string Refusal(Type kind, PropertyInfo property, (string Name, string Text) trial)
    {
        var command = Samples.Full<IncidentCommand>(kind);
        foreach (var other in Samples.Keys(kind).Where(p => p.PropertyType == typeof(string)))
            other.SetValue(command, "word");
        property.SetValue(command, property.PropertyType == typeof(IReadOnlyList<string>) ? new[] { trial.Text } : trial.Text);
        var decision = command is DeclareIncident declare
            ? new IncidentLifecycle(IncidentPolicy.Default).Declare(Story.Id, declare, Story.Start)
            : new Story(IncidentPolicy.Default).Try(command);
        var rules = decision.Violations.Where(v => v.Field == property.Name && v.Rule is "IK1001" or "IK1002" or "IK1003")
            .Select(v => v.Rule)
            .ToList();
        return rules.Count == 0 ? "" : $" {trial.Name} {string.Join('+', rules)};";
    }
}
