using FsCheck;
using FsCheck.Fluent;
using IncidentKit.Tests;

namespace IncidentKit.Testing.Tests.Policies;

/// <summary>
/// A policy with random enforcement of every rule and up to three rules of a host, which may contradict each
/// other, and one of its levels.
/// </summary>
public sealed record RandomPolicy(int[] Enforcements, int Level, (int Command, int Fact, bool Never)[] Rules)
{
    private static readonly StepParameter By = StepParameter.Person("By");

    private static readonly Type[][] Commands =
    [
        [typeof(ResolveIncident)], [typeof(CloseIncident)], [typeof(PublishPostMortem)], [typeof(OpenChannel)],
        [typeof(PostUpdate)], [typeof(DeclareMitigated)], [typeof(BeginMitigation)], [typeof(EndWatch)],
    ];

    private static readonly (string Name, Func<Incident, bool> Holds, Func<RuleContext, IEnumerable<StepOffer>> Steps)[] Facts =
    [
        (
            "published",
            i => i.IsPostMortemPublished,
            _ => [StepOffer.Give("Publish it.", v => new PublishPostMortem { By = v.Person("By") }, By)]),
        ("resolved", i => i.IsResolved, _ => [StepOffer.Give("Resolve it.", v => new ResolveIncident { By = v.Person("By") }, By)]),
        ("mitigated", i => i.MitigatedBy is not null, _ =>
        [
            StepOffer.Give("Mitigate it.", v => new DeclareMitigated { By = v.Person("By") }, By),
            StepOffer.Give("It recovered.", v => new ReportRecovered { By = v.Person("By") }, By),
        ]),
        ("told", i => i.PublicStatus == PublicStatus.Resolved, _ => [StepOffer.Give(
            "Tell it.",
            v => new PostUpdate { By = v.Person("By"), Audience = UpdateAudience.Public, Text = "a", Status = PublicStatus.Resolved },
            By)]),
        ("channel", i => i.Channel is not null, _ => [StepOffer.Give("Open a channel.", v => new OpenChannel { By = v.Person("By") }, By)]),
        ("staffed", i => i.Roles.AreThreePeople, Staff),
    ];

    public IncidentPolicy Policy => new()
    {
        Name = "random",
        Rules = [.. BuiltInRules.All, .. Rules.Select((rule, i) => Rule($"ACME-{i + 1}", rule.Command, rule.Fact, rule.Never))],
        Enforcement = BuiltInRules.All.Where(r => !r.IsMandatory)
            .Select((r, i) => (r.Id, Enforcements[i % Enforcements.Length]))
            .ToDictionary(r => r.Id, r => (RuleEnforcement)r.Item2),
    };

    public static Arbitrary<RandomPolicy> Arbitrary() =>
        (from enforcements in Gen.Choose(0, 2).ArrayOf(40)
         from level in Gen.Choose(0, 3)
         from count in Gen.Choose(0, 3)
         from rules in Gen.Choose(0, Commands.Length - 1)
             .SelectMany(command =>
                 Gen.Choose(0, Facts.Length - 1).SelectMany(fact => Gen.Choose(0, 2).Select(never => (command, fact, never == 0))))
             .ArrayOf(count)
         select new RandomPolicy(enforcements, level, rules)).ToArbitrary();

    public override string ToString() =>
        $"level {Level + 1}; "
        + string.Join(
            "; ",
            Rules.Select((r, i) =>
                $"ACME-{i + 1}: {Commands[r.Command][0].Name} {(r.Never ? "never while" : "only when")} {Facts[r.Fact].Name}"))
        + $"; {string.Join(", ", Policy.Enforcement.Where(e => e.Value == RuleEnforcement.Enforce).Select(e => e.Key))} enforced";

    private static IncidentRule Rule(string id, int command, int fact, bool never)
    {
        var (name, holds, steps) = Facts[fact];
        return HostRules.Make(
            id,
            Commands[command],
            c => holds(c.Incident) == never ? new RuleBreach($"{name}: {!never}") : null,
            steps: never ? _ => [] : steps);
    }

    private static IEnumerable<StepOffer> Staff(RuleContext context)
    {
        var roles = context.Incident.Roles;
        Responder?[] holders = [roles.Commander, roles.GivenTechnicalLead, roles.GivenCommunicationsLead];
        foreach (var role in Enum.GetValues<IncidentRole>())
        {
            yield return StepOffer.Give(
                $"Staff {role}.",
                v => new AssignRole { By = v.Person("By"), Role = role, To = v.Person("To") },
                By,
                StepParameter.Person("To").Except([.. holders.Where((_, i) => i != (int)role)]));
        }
    }
}
