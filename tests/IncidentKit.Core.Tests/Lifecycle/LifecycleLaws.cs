using FsCheck.Xunit;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>What holds after any sequence of commands, under the default policy and the strict one.</summary>
[Laws(300, Arbitrary = [typeof(Steps)], EndSize = 120)]
public sealed class LifecycleLaws
{
    [Property]
    [Process("P24")]
    public void Replay_HistoryOfAnySequence_GivesTheStateThatTheDecisionsGave(bool strict, bool retrospective, Step[] steps)
    {
        var incident = Steps.Run(Policy(strict), steps, retrospective: retrospective);

        Assert.Equal(Dump.Of(incident), Dump.Of(Incident.Replay(incident.History)));
    }

    [Property]
    public void After_EventsOfEachDecision_GivesTheDecidedIncident(bool strict, Step[] steps) =>
        Steps.Run(Policy(strict), steps, (before, _, decision, _) =>
        {
            Assert.Equal(Dump.Of(decision.Incident!), Dump.Of(before.After(decision.Events)));
        });

    [Property]
    public void Decide_RefusedCommand_ChangesNothingAndEmitsNothing(bool strict, bool retrospective, Step[] steps) => Steps.Run(
        Policy(strict),
        steps,
        (before, command, decision, now) =>
        {
            var lifecycle = new IncidentLifecycle(Policy(strict));
            var dump = Dump.Of(before);
            var again = lifecycle.Decide(before, command, now);

            Assert.Equal(dump, Dump.Of(before));
            Assert.Equal(decision.IsAccepted, again.IsAccepted);
            Assert.Equal(decision.Events, again.Events);
            Assert.Equal(decision.Violations, again.Violations);
            Assert.Equal(decision.IsAccepted, lifecycle.Can(before, command, now));
            // Looking for misses finds none most often, and a delivery is recorded once; every other command that
            // is accepted leaves a fact.
            Assert.True(command is CheckObligations or RecordPaging || decision.IsAccepted == decision.Events.Count > 0);
            Assert.True(decision.IsAccepted || decision.Events.Count == 0);
            if (decision.IsRefused)
                Assert.Same(before, decision.Incident);
        },
        retrospective);

    [Property]
    [Process("P61")]
    [Process("P09")]
    [Process("P10")]
    public void Decide_WellFormedReportWhileOpen_IsAcceptedByTheDefaultPolicy(Step[] steps)
    {
        var told = 0;
        Steps.Run(IncidentPolicy.Default, steps, (before, command, decision, _) =>
        {
            var odd = steps[told++].IsMalformed;
            if (odd)
                Assert.All(decision.Violations, v => Assert.StartsWith("IK1", v.Rule, StringComparison.Ordinal));
            Assert.False(odd && decision.IsAccepted, $"malformed, and accepted: {command}");
            if (!odd && before.IsOpen && command is ReportCommand)
                Assert.Equal(GivesTwoRoles(before, command), decision.IsRefused);
        });
    }

    [Property]
    [Process("P09")]
    [Process("P10")]
    public void Decide_AcceptedAssignmentWithOthersPresent_GivesTheCommanderNoSecondRole(bool strict, Step[] steps) =>
        Steps.Run(Policy(strict), steps, (before, command, decision, _) =>
        {
            if (decision.IsRefused || !before.IsOpen || command is not (AssignRole or HandOffRole))
                return;
            var to = command is AssignRole assign ? assign.To! : ((HandOffRole)command).To;
            if (before.Responders.Any(person => person != to) && SecondRoles(before.Roles) < SecondRoles(decision.Incident!.Roles))
                Assert.NotEqual(decision.Incident.Roles.Commander, to);
        });

    [Property]
    [Process("P11")]
    public void IsUnderstaffed_AnySequence_IsExactlyAsTheProcessDefinesIt(bool strict, Step[] steps) =>
        Steps.Run(Policy(strict), steps, (_, _, decision, _) =>
        {
            var incident = decision.Incident!;
            var model = new Dictionary<IncidentRole, Responder>();
            foreach (var happened in incident.History)
            {
                if (happened is RoleAssigned { To: { } to } assigned)
                    model[assigned.Role] = to;
                else if (happened is RoleGivenUp givenUp)
                    model.Remove(givenUp.Role);
            }

            var commander = model.GetValueOrDefault(IncidentRole.IncidentCommander);
            var three = Enum.GetValues<IncidentRole>().Select(role => model.GetValueOrDefault(role) ?? commander).ToHashSet().Count == 3;
            Assert.Equal(incident.Level is 1 or 2 && commander is not null && !three, Policy(strict).IsUnderstaffed(incident));
        });

    [Property]
    [Process("P12")]
    public void Decide_OnceThereIsACommander_ThereIsOneAsLongAsItIsOpen(bool strict, Step[] steps) =>
        Steps.Run(Policy(strict), steps, (before, _, decision, _) =>
        {
            if (before.Roles.Commander is not null && decision.Incident!.IsOpen)
                Assert.NotNull(decision.Incident.Roles.Commander);
        });

    [Property]
    [Process("P24")]
    public void Decide_AnyCommand_OnlyAddsToTheHistory(bool strict, bool retrospective, Step[] steps) => Steps.Run(
        Policy(strict),
        steps,
        (before, command, decision, now) =>
        {
            var after = decision.Incident!.History;
            Assert.Equal(before.Version + decision.Events.Count, decision.Incident.Version);
            Assert.Equal(Enumerable.Range(1, after.Count), after.Select(e => (int)e.Sequence));
            for (var i = 0; i < before.History.Count; i++)
            {
                // A redaction replaces words of earlier events; their kinds, times and authors stay.
                if (command is Redact)
                    Assert.Equal(Frame(before.History[i]), Frame(after[i]));
                else
                    Assert.Equal(before.History[i], after[i]);
            }

            Assert.All(decision.Events, e => Assert.Equal(now, e.RecordedAt));
        },
        retrospective);

    [Property]
    [Process("P61")]
    [Process("P17")]
    public void Decide_UnderStrict_NeverMovesToMitigationUnstaffedOrUnclassified(Step[] steps) =>
        Steps.Run(IncidentPolicy.Strict, steps, (before, _, decision, _) =>
        {
            if (before.Phase != IncidentPhase.Detection || decision.Incident!.Phase != IncidentPhase.Mitigation)
                return;
            Assert.NotNull(before.Level);
            Assert.NotNull(before.Channel ?? (before.Level > 2 ? "not asked for" : null));
            var people = Enum.GetValues<IncidentRole>().Select(role => before.Roles[role]).OfType<Responder>().Distinct().Count();
            Assert.InRange(people, before.Level switch { 1 or 2 => 3, 3 => 1, _ => 0 }, 3);
        });

    [Fact]
    [Process("P61")]
    public void Decide_UnderStrict_LetsAStaffedAndClassifiedIncidentBegin() =>
        Assert.Equal(IncidentPhase.Mitigation, new Story(IncidentPolicy.Strict).Then(
            new Classify { By = Story.Alice, Level = 1 },
            new OpenChannel { By = Story.Alice },
            new AssignRole { By = Story.Alice, Role = IncidentRole.IncidentCommander, To = Story.Alice },
            new AssignRole { By = Story.Alice, Role = IncidentRole.TechnicalLead, To = Story.Bob },
            new AssignRole { By = Story.Alice, Role = IncidentRole.CommunicationsLead, To = Story.Carol },
            new BeginMitigation { By = Story.Bob, DecidedBy = Story.Alice }).Incident.Phase);

    [Property]
    [Process("P29")]
    public void Decide_OnAnEndedIncident_OnlyReopeningChangesThePhase(bool strict, Step[] steps) =>
        Steps.Run(Policy(strict), steps, (before, command, decision, _) =>
        {
            if (!before.IsOpen && decision.Incident!.Phase != before.Phase)
                Assert.IsType<ReopenIncident>(command);
            Assert.Equal(decision.Incident!.IsOpen, decision.Incident.Ended is null);
        });

    [Property]
    [Process("P11")]
    public void Decide_TakingCommand_IsNeverRefusedAndLeavesTheTakerNoOtherGivenRole(Step[] steps) =>
        Steps.Run(IncidentPolicy.Default, steps, (before, _, _, now) =>
        {
            if (!before.IsOpen)
                return;
            foreach (var taker in new[] { Story.Alice, Story.Bob, Story.Carol })
            {
                var taken = new IncidentLifecycle(IncidentPolicy.Default)
                    .Decide(before, new TakeCommand { By = taker, Reason = "nobody answers" }, now);
                Assert.True(taken.IsAccepted);
                Assert.Equal(taker, taken.Incident!.Roles.Commander);
                Assert.Null(taken.Incident.Roles.GivenTo(taker));
            }
        });

    private static IncidentPolicy Policy(bool strict) => strict ? IncidentPolicy.Strict : IncidentPolicy.Default;

    private static string Frame(IncidentEvent e) =>
        $"{e.GetType().Name} {e.Sequence} {e.RecordedAt:O} {e.When} {e.By} {e.MovedTo} {e.Kept} {e.Implied}";

    // How many of the other two roles were given to the commander in name.
    private static int SecondRoles(RoleHolders roles) => roles.Commander is not { } commander ? 0
        : (roles.GivenTechnicalLead == commander ? 1 : 0) + (roles.GivenCommunicationsLead == commander ? 1 : 0);

    // P09 and P10 as the process words them: the commander is neither of the two, where another person is there.
    private static bool GivesTwoRoles(Incident before, IncidentCommand command)
    {
        var (role, to) = command switch
        {
            AssignRole { To: { } person } c => (c.Role, person),
            HandOffRole c => (c.Role, c.To),
            _ => (default, null),
        };
        if (to is null || !before.Responders.Any(person => person != to))
            return false;
        return role == IncidentRole.IncidentCommander
            ? before.Roles.Commander != to && before.Roles.GivenTo(to) is not null
            : before.Roles.Commander == to;
    }
}
