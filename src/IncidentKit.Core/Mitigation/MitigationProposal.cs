using System.Text;

namespace IncidentKit;

/// <summary>What would stop the bleeding, by what the checks of the playbook say, with the evidence (P19). The commander decides.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MitigationProposal
{
    private const int MostEvidence = 2_000;

    private MitigationProposal(IReadOnlyList<CheckResult> ranked) => Ranked = ranked;

    /// <summary>
    /// Every check that was asked: those that say yes, then those that cannot tell, failed or took too long, then those that say
    /// no; each in the order of the playbook.
    /// </summary>
    public IReadOnlyList<CheckResult> Ranked { get; }

    /// <summary>The first check that says yes; null where none does.</summary>
    public CheckResult? First => Ranked is [{ Answer: CheckAnswer.Yes } first, ..] ? first : null;

    /// <summary>The command that begins what the first yes proposes.</summary>
    /// <param name="by">Who begins it. Whose decision it was is asked too: see <see cref="BeginMitigation.DecidedBy"/>.</param>
    /// <returns>The command; null where no check says yes.</returns>
    public BeginMitigation? ToCommand(Actor by) => First is { } first ? ToCommand(first, by) : null;

    /// <summary>
    /// The command that begins what a check proposes, whatever its answer, described by the name of the check and its evidence.
    /// </summary>
    /// <param name="chosen">The check.</param>
    /// <param name="by">Who begins it.</param>
    public static BeginMitigation ToCommand(CheckResult chosen, Actor by)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(by);
        return new BeginMitigation
        {
            By = by,
            Kind = chosen.Proposes,
            Description = $"Proposed by the check {chosen.Check}: {Recordable(chosen.Evidence)}",
        };
    }

    /// <summary>Ranks what checks said, which stand in the order of the playbook.</summary>
    internal static MitigationProposal Of(IEnumerable<CheckResult> asked) =>
        new([.. asked.OrderBy(result => result.Answer switch { CheckAnswer.Yes => 0, CheckAnswer.No => 2, _ => 1 })]);

    // Evidence comes from other systems: what no incident can record (NUL, half a character, too much) must not stop the command.
    private static string Recordable(string evidence)
    {
        var text = new StringBuilder();
        foreach (var rune in evidence.EnumerateRunes())
        {
            if (text.Length >= MostEvidence)
                return text.Append('…').ToString();
            text.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return text.ToString();
    }
}
