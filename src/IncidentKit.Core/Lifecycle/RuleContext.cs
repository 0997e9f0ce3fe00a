namespace IncidentKit;

/// <summary>What a rule looks at: the incident before the command, the command, the policy and the clock.</summary>
/// <remarks>Everything in it is immutable, and thread-safe.</remarks>
public sealed class RuleContext
{
    internal RuleContext(Incident incident, IncidentCommand command, IncidentPolicy policy, DateTimeOffset now) =>
        (Incident, Command, Policy, Now) = (incident, command, policy, now);

    /// <summary>The incident before the command.</summary>
    public Incident Incident { get; }

    /// <summary>The command.</summary>
    public IncidentCommand Command { get; }

    /// <summary>The policy that the incident follows.</summary>
    public IncidentPolicy Policy { get; }

    /// <summary>The moment of the decision.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>When the command says that it happened; never <see cref="When.Now"/>.</summary>
    public When When => Command.When.ResolvedAt(Now);

    /// <summary>The texts of the command and the names of the actors in it, gathered once for all rules.</summary>
    internal IReadOnlyList<TextField> Texts => field ??= TextsOf(Command);

    /// <summary>The level in force: the one that was set, else the provisional one (P31).</summary>
    public SeverityLevel Level => Policy.LevelOf(Incident);

    private static List<TextField> TextsOf(IncidentCommand command)
    {
        List<TextField> texts = [];
        if (command.IdempotencyKey is { } key)
            texts.Add(TextField.Word(nameof(command.IdempotencyKey), key));
        texts.AddRange(command.Texts);
        foreach (var field in TypedField.ActorsOf(command.GetType()))
        {
            if (field.ValueIn(command) is not Actor actor)
                continue;
            texts.Add(TextField.OptionalWord(field.Name, actor.Name));
            if (actor is Responder person && person.Id != person.DisplayName)
                texts.Add(TextField.OptionalWord(field.Name, person.Id));
        }

        return texts;
    }
}
