using System.Globalization;

namespace IncidentKit;

/// <summary>Finds words in commands that the process does not know: a number that was cast to an enumeration.</summary>
internal static class KnownWords
{
    public static RuleBreach? UnknownWord(RuleContext context) => context.Command switch
    {
        DeclareIncident c => Check(c.NoticedBy, nameof(c.NoticedBy)),
        DescribeImpact c => FormChecks.And(
            FormChecks.And(Check(c.Function, nameof(c.Function)), Check(c.State, nameof(c.State))),
            Check(c.Reach, nameof(c.Reach))),
        StateImpact c => Check<ImpactKind>(c.Kind, nameof(c.Kind)),
        AssignRole c => Check<IncidentRole>(c.Role, nameof(c.Role)),
        HandOffRole c => Check<IncidentRole>(c.Role, nameof(c.Role)),
        GiveUpRole c => Check<IncidentRole>(c.Role, nameof(c.Role)),
        BeginMitigation c => Check<MitigationKind>(c.Kind, nameof(c.Kind)),
        RecordMitigation c =>
            FormChecks.And(Check<MitigationOutcome>(c.Outcome, nameof(c.Outcome)), Check<MitigationKind>(c.Kind, nameof(c.Kind))),
        DeclareMitigated c => Check<MitigatedBy>(c.How, nameof(c.How)),
        RecordFinding c => Check<FindingKind>(c.Kind, nameof(c.Kind)),
        RecordPaging c => FormChecks.And(
            FormChecks.And(Check<PagingFact>(c.Fact, nameof(c.Fact)), Check<PagingCause>(c.Cause, nameof(c.Cause))),
            Check(c.Urgency, nameof(c.Urgency))),
        PostUpdate c => FormChecks.And(Check<UpdateAudience>(c.Audience, nameof(c.Audience)), Check(c.Status, nameof(c.Status))),
        Link c => Check<LinkKind>(c.Kind, nameof(c.Kind)),
        TakeOverDuplicate c => Check(c.Status, nameof(c.Status)),
        CancelIncident c => Check<CancellationReason>(c.Because, nameof(c.Because)),
        ReopenIncident c => Check<ReopenReason>(c.Because, nameof(c.Because)),
        _ => null,
    };

    private static RuleBreach? Check<T>(T? word, string field)
        where T : struct, Enum =>
        word is { } said && !Enum.IsDefined(said)
            ? new RuleBreach(
                string.Create(CultureInfo.InvariantCulture, $"{field} is {said:D}, which means nothing."),
                $"Name one of {string.Join(", ", Enum.GetNames<T>())}.",
                field)
            : null;
}
