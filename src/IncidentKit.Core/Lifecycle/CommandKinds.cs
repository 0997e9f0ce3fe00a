namespace IncidentKit;

/// <summary>The kinds of command, as the list on <see cref="IncidentCommand"/> names them.</summary>
internal static class CommandKinds
{
    public static IReadOnlyList<Type> All { get; } =
        [.. IncidentJsonContext.Default.IncidentCommand.PolymorphismOptions!.DerivedTypes.Select(kind => kind.DerivedType)];

    /// <summary>What a command is called in a sentence, such as "Take command".</summary>
    public static string InWords(IncidentCommand command) =>
        string.Concat(command.GetType()
            .Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
