using System.Globalization;

namespace IncidentKit;

/// <summary>The names of facts that a retrospective incident may mark as unknown: it is not known whether or when they happened.</summary>
/// <remarks>Thread-safe.</remarks>
public static class UnknownFacts
{
    /// <summary>The first acknowledgement.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>The first setting of the level.</summary>
    public const string LevelSet = "levelSet";

    /// <summary>The opening of the channel.</summary>
    public const string ChannelOpened = "channelOpened";

    /// <summary>The first mitigation; see <see cref="MitigatedAgain"/> for those after a recurrence.</summary>
    public const string Mitigated = "mitigated";

    /// <summary>The first escalation of what could not be mitigated.</summary>
    public const string Escalated = "escalated";

    /// <summary>The last resolution.</summary>
    public const string Resolved = "resolved";

    /// <summary>Who held roles, and since when.</summary>
    public const string Roles = "roles";

    /// <summary>The updates.</summary>
    public const string Updates = "updates";

    /// <summary>The fixing of the post-mortem's date.</summary>
    public const string PostMortemFixed = "postMortemFixed";

    /// <summary>The post-mortem meeting.</summary>
    public const string PostMortemHeld = "postMortemHeld";

    /// <summary>The publication of the post-mortem.</summary>
    public const string PostMortemPublished = "postMortemPublished";

    /// <summary>Every name but those of <see cref="MitigatedAgain"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Acknowledged, LevelSet, ChannelOpened, Mitigated, Escalated, Resolved,
        Roles, Updates, PostMortemFixed, PostMortemHeld, PostMortemPublished,
    ];

    /// <summary>The mitigation after the recurrence with this number, from 1.</summary>
    public static string MitigatedAgain(int recurrence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recurrence, 1);
        return Invariant($"{Mitigated}#{recurrence}");
    }

    /// <summary>Whether <paramref name="name"/> is one of these names.</summary>
    public static bool IsKnown(string name) => All.Contains(name) || RecurrenceOf(name) is > 0;

    /// <summary>
    /// The number of the recurrence after which the mitigation that <paramref name="name"/> names came, 0 for the first;
    /// null where it names none.
    /// </summary>
    internal static int? RecurrenceOf(string name) =>
        name == Mitigated ? 0
        : name.StartsWith(Mitigated + "#", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Mitigated.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
        : null;
}
