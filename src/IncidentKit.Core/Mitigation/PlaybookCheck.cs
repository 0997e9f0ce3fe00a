namespace IncidentKit;

/// <summary>A check as the playbook keeps it: what it says of itself is read once.</summary>
internal sealed record PlaybookCheck(IMitigationCheck Check, string Name, MitigationKind Proposes, string Question, TimeSpan TimeLimit)
{
    // Mitigation is wanted within half an hour: a check that takes longer than twice that comes too late for any.
    private static readonly TimeSpan MostTime = TimeSpan.FromHours(1);

    public static PlaybookCheck Of(IMitigationCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new(check, check.Name, check.Proposes, check.Question, check.TimeLimit);
    }

    /// <summary>Everything that is wrong with the checks of a playbook, each with its place and the remedy.</summary>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<PlaybookCheck> checks) =>
    [
        .. checks.SelectMany((check, i) => check.Faults().Select(fault =>
            Invariant($"Mitigation check {i + 1}, \"{check.Name}\" ({check.Check.GetType().Name}): {fault}"))),
        .. from twice in checks.GroupBy(check => check.Name ?? "", StringComparer.OrdinalIgnoreCase)
           where twice.Count() > 1
           select $"Mitigation checks of {string.Join(" and ", twice.Select(check => check.Check.GetType().Name))} "
               + $"are both named \"{twice.Key}\". Give each a name of its own.",
    ];

    private IEnumerable<string> Faults()
    {
        foreach (var text in new TextField[]
        {
            new(nameof(Name), Name, TextField.Line, true, true),
            new(nameof(Question), Question, TextField.Line, true, true),
        })
        {
            if (text.IsMissing)
                yield return $"{text.Field} is empty. Say it in a few words.";
            if (text.IsTooLong)
                yield return $"{text.TooLong} Shorten it.";
            if (text.BadCharacter is { } bad)
                yield return $"{bad} Remove it.";
        }

        if (TimeLimit <= TimeSpan.Zero || TimeLimit > MostTime)
            yield return Invariant($"TimeLimit is {TimeLimit:c}. Give a time above zero and of at most {MostTime.TotalHours:0} hour.");
        if (!Enum.IsDefined(Proposes))
        {
            yield return $"Proposes is {Proposes:D}, which means nothing. "
                + $"Name one of {string.Join(", ", Enum.GetNames<MitigationKind>())}.";
        }
    }
}
