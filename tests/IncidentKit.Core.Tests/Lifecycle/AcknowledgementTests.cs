using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>Whoever works on an incident has acknowledged it: one definition for the record and for paging.</summary>
[Process("P61")]
public sealed class AcknowledgementTests
{
    private static readonly IncidentPolicy Policy = IncidentPolicy.Default;

    public static TheoryData<string> Works => ["lowers the level", "waives an obligation", "assigns a role", "posts an update"];

    public static TheoryData<string> Others => ["adds a note", "describes the impact", "asks for a page"];

    [Theory]
    [MemberData(nameof(Works))]
    public void PersonWhoWorks_AcknowledgesAndStopsTheSteps(string work)
    {
        var decision = new IncidentLifecycle(Policy).Decide(Declared(), CommandOf(work), Start.AddMinutes(1));

        Assert.True(decision.IsAccepted, decision.ToString());
        Assert.True(Assert.IsType<Acknowledged>(decision.Events[0]).Implied);
        Assert.Equal(Alice, decision.Events[0].By);
        Assert.DoesNotContain(Pages(decision.Incident!), page => page.Cause == PagingCause.NotAcknowledged);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void PersonWhoOnlyTellsOthers_DoesNeither(string word)
    {
        var decision = new IncidentLifecycle(Policy).Decide(Declared(), CommandOf(word), Start.AddMinutes(1));

        Assert.False(decision.Incident!.IsAcknowledged);
        Assert.Contains(Pages(decision.Incident), page => page.Cause == PagingCause.NotAcknowledged);
    }

    [Fact]
    [Process("P24")]
    public void GateThatIsDatedBack_AcknowledgesWhenItIsDecided()
    {
        var now = Start.AddMinutes(40);
        var lowered = new LowerSeverity { By = Alice, Level = 2, Reason = "one region only", When = When.At(Start.AddMinutes(1)) };

        var decision = new IncidentLifecycle(Policy).Decide(Declared(), lowered, now);

        Assert.Equal(When.At(now), Assert.IsType<Acknowledged>(decision.Events[0]).When);
    }

    [Fact]
    public void ReportThatIsDatedBack_AcknowledgesAtItsOwnTime()
    {
        var then = When.At(Start.AddMinutes(1));
        var posted = new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "Rolling back.", When = then };

        var decision = new IncidentLifecycle(Policy).Decide(Declared(), posted, Start.AddMinutes(40));

        Assert.Equal(then, Assert.IsType<Acknowledged>(decision.Events[0]).When);
    }

    private static IncidentCommand CommandOf(string words) => words switch
    {
        "lowers the level" => new LowerSeverity { By = Alice, Level = 2, Reason = "one region only" },
        "waives an obligation" =>
            new WaiveObligation { By = Alice, Obligation = ObligationNames.PublicUpdate, Reason = "the page is down" },
        "assigns a role" => new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob },
        "posts an update" => new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "Rolling back to release 41." },
        "adds a note" => new AddNote { By = Alice, Text = "Error rate over 5%." },
        "describes the impact" => new DescribeImpact { By = Alice, CustomersAffected = true },
        _ => new Page { By = Alice, To = Bob },
    };

    // A monitor declared it, and named the commander: nobody has acknowledged.
    private static Incident Declared()
    {
        var lifecycle = new IncidentLifecycle(Policy);
        var monitor = new SystemActor("monitor");
        var declared = new DeclareIncident { By = monitor, Title = "Checkout fails", Service = "checkout", Level = 1 };
        var incident = lifecycle.Declare(Id, declared, Start).Incident!;
        var commander = new AssignRole { By = monitor, Role = IncidentRole.IncidentCommander, To = Alice };
        return lifecycle.Decide(incident, commander, Start).Incident!;
    }

    private static List<PlannedPaging> Pages(Incident incident) =>
        [
            .. PagingPlan.Of(incident, Policy, Start.AddMinutes(1), new PagingPeople((_, _) => [Bob]))
                .TakeWhile(row => row.At < Start.AddMinutes(12)),
        ];
}
