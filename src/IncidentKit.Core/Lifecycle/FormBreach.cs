namespace IncidentKit;

/// <summary>The breaches of form that several commands have in common.</summary>
internal static class FormBreach
{
    /// <summary>A number that stands for nothing; null where <paramref name="which"/> lies from 1 to <paramref name="count"/>.</summary>
    public static RuleBreach? NoneOf(string what, long which, long count, string field) =>
        which >= 1 && which <= count ? null : new RuleBreach(
            Invariant($"There is no {what} {which}."),
            count switch
            {
                0 => $"There is no {what} yet: record one first.",
                1 => $"There is one {what}: use number 1.",
                _ => Invariant($"There are {count} {what}s: use one from 1 to {count}."),
            },
            field);

    /// <summary>A name that stands for nothing; null where it is one of <paramref name="known"/>, or is missing.</summary>
    public static RuleBreach? NoneOf(string what, string? which, IEnumerable<string> known, string field) =>
        which is null || known.Contains(which) ? null
        : new RuleBreach(
            $"There is no {what} {which}.",
            known.Any() ? $"Name one of {string.Join(", ", known)}." : $"There is no {what} at all.",
            field);

    /// <summary>The id of no incident, or of this one; null where it names another one.</summary>
    public static RuleBreach? NotAnother(IncidentId other, Incident incident, string message, string field) =>
        other != default && other != incident.Id ? null : new RuleBreach(message, $"Name the other incident in {field}.", field);

    /// <summary>A number that is too small; null where it is not, or is missing.</summary>
    public static RuleBreach? TooSmall(int? number, int least, string field) => number < least
        ? new RuleBreach(Invariant($"{field} is {number}; it must be at least {least}."), $"Count {field} from {least}.", field)
        : null;

    /// <summary>A program does what only a person does; null where a person does it.</summary>
    public static RuleBreach? OnlyAPerson(IncidentCommand command, string does) => command.By is Responder
        ? null
        : new RuleBreach($"Only a person {does}.", "Let a person send it: By is a Responder.", nameof(IncidentCommand.By));
}
