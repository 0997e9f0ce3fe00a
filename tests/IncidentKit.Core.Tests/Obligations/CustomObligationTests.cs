using Microsoft.Extensions.DependencyInjection;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Obligations;

/// <summary>Custom obligations follow the same laws as built-in ones.</summary>
public sealed class CustomObligationTests
{
    private const string Name = "acme.tellRegulator";
    private static readonly TimeSpan ThreeDays = TimeSpan.FromHours(72);
    private static readonly ObligationDeadline InThreeDays = ObligationDeadline.Within(ThreeDays);

    [Fact]
    public void At_RegulatorsNotice_CountsFromWhereDataIsKnownToBeLost()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays)
        {
            When = terms => terms.DataLost == true,
        });
        var story = new Story(policy);
        Assert.Equal(ObligationStatus.NotRequired, Row(policy, story.Incident, Start.AddHours(1)).Status);

        story.Then(new AddNote { By = Alice, Text = "logs look odd" }, new DescribeImpact { By = Alice, DataLost = true });
        var due = Start.AddMinutes(2) + ThreeDays;
        Assert.Equal((ObligationStatus.Pending, due), Brief(Row(policy, story.Incident, due.AddTicks(-1))));
        Assert.Equal((ObligationStatus.Missed, due), Brief(Row(policy, story.Incident, due)));
        Assert.Equal(
            due,
            new ObligationLedger(policy).At(story.Incident, Start.AddDays(2)).Where(o => o.Name == Name).Select(o => o.DueAt).Single());

        story.Then(new MeetObligation { By = Alice, Obligation = Name, Evidence = "notice 4711" });
        Assert.Equal((ObligationStatus.Met, due), Brief(Row(policy, story.Incident, due)));
    }

    [Fact]
    public void At_EachAnchor_CountsFromIt()
    {
        var within = ObligationDeadline.Within(TimeSpan.FromHours(1));
        var story = new Story(With(), new SystemActor("monitor")).Then(
            new Acknowledge { By = Alice }, new BeginMitigation { By = Alice }, new DeclareMitigated { By = Alice },
            new ReportRecurrence { By = Alice }, new DescribeImpact { By = Alice, Feature = "cart" });

        Assert.Equal(Start.AddHours(1), Due(ObligationTrigger.Detection));
        Assert.Equal(Start.AddMinutes(1).AddHours(1), Due(ObligationTrigger.Acknowledgement));
        Assert.Equal(Start.AddMinutes(4).AddHours(1), Due(ObligationTrigger.EachRecurrence));
        Assert.Equal(
            Start.AddMinutes(5).AddHours(1),
            Due(ObligationTrigger.FirstEvent("the cart is named", e => e is ImpactDescribed { Feature: "cart" })));

        DateTimeOffset? Due(ObligationTrigger trigger) =>
            Row(With(new ObligationDefinition(Name, trigger, within)), story.Incident, Start.AddMinutes(30)).DueAt;
    }

    [Fact]
    public void At_AnchorThatHasNotCome_SaysNothing()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.EachRecurrence, InThreeDays));

        Assert.DoesNotContain(new ObligationLedger(policy).At(new Story(policy).Incident, Start.AddHours(1)), o => o.Name == Name);
    }

    [Fact]
    public void At_BusinessTime_FollowsTheCalendar()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, ObligationDeadline.EndOfBusinessDay(1)));

        Assert.Equal(new DateTimeOffset(2025, 11, 19, 17, 0, 0, TimeSpan.Zero), Row(policy, new Story(policy).Incident, Start).DueAt);
    }

    [Fact]
    public void At_MetByAFactOfTheHostsChoice_IsMet()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays)
        {
            FulfilledBy = FulfillmentCondition.FirstEvent("the call", e => e is VendorEngaged { Vendor: "Regulator" }),
        });
        var story = new Story(policy).Then(new EngageVendor { By = Alice, Vendor = "Database Inc." });
        Assert.Equal(ObligationStatus.Pending, Row(policy, story.Incident, Start.AddHours(1)).Status);

        story.Then(new EngageVendor { By = Alice, Vendor = "Regulator" });
        Assert.Equal(ObligationStatus.Met, Row(policy, story.Incident, Start.AddHours(1)).Status);
    }

    [Fact]
    public void At_UpdatesUntilResolution_FollowPromisesAndEndWithIt()
    {
        var policy = With(new ObligationDefinition(
            Name,
            ObligationTrigger.AnyOf(ObligationTrigger.Acknowledgement, ObligationTrigger.EachUpdate),
            ObligationDeadline.Within("an hour", _ => TimeSpan.FromHours(1)))
        {
            FulfilledBy = FulfillmentCondition.NextUpdate,
            UntilResolution = true,
        });
        var story = new Story(policy, new SystemActor("monitor")).Then(
            new Acknowledge { By = Alice },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "x", NextUpdateAt = Start.AddMinutes(17) },
            new MeetObligation { By = Alice, Obligation = Name },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "y" },
            new DeclareMitigated { By = Alice },
            new ResolveIncident { By = Alice });

        Assert.Equal(
            [
                (Start.AddMinutes(2), Start.AddMinutes(17), Start.AddMinutes(3), ObligationStatus.Met),
                (Start.AddMinutes(1), Start.AddMinutes(61), Start.AddMinutes(2), ObligationStatus.Met),
                (Start.AddMinutes(4), Start.AddMinutes(64), null, ObligationStatus.NotRequired),
            ],
            new ObligationLedger(policy).At(story.Incident, Start.AddHours(2))
                .Where(o => o.Name == Name)
                .Select(o => (o.Since!.Value, o.DueAt!.Value, o.MetAt, o.Status)));
    }

    [Theory]
    [InlineData(60, ObligationStatus.NotRequired)]
    [InlineData(61, ObligationStatus.Missed)]
    public void At_ResolvedAtTheDueInstant_IsNotRequired(int minute, ObligationStatus expected)
    {
        var policy = With(new ObligationDefinition(
            Name, ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(1)))
        { UntilResolution = true });
        var incident = new Story(policy).Then(new DeclareMitigated { By = Alice }).Incident;
        incident = new IncidentLifecycle(policy)
            .Decide(incident, new ResolveIncident { By = Alice }, Start.AddMinutes(minute)).Incident!;

        Assert.Equal(expected, Row(policy, incident, Start.AddHours(2)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void At_Waived_IsDueAgainWithANewLevelUnlessTheWaiverIsFinal(bool isFinal)
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays) { IsWaiverFinal = isFinal });
        var story = new Story(policy).Then(
            new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice },
            new WaiveObligation { By = Alice, Obligation = Name, Reason = "a rehearsal" },
            new Classify { By = Alice, Level = 1 });

        Assert.Equal(
            isFinal ? [ObligationStatus.Waived] : [ObligationStatus.Waived, ObligationStatus.Pending],
            new ObligationLedger(policy).At(story.Incident, Start.AddHours(1)).Where(o => o.Name == Name).Select(o => o.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void At_HostsCodeThatThrows_IsUnknownWithTheExceptionAndStopsNothing(bool inCondition)
    {
        var boom = new InvalidOperationException("boom");
        var policy = With(inCondition
            ? new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays) { When = _ => throw boom }
            : new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays)
            {
                FulfilledBy = FulfillmentCondition.FirstEvent("a fact", _ => throw boom),
            });

        var story = new Story(policy).Then(new CheckObligations { By = Alice });
        var row = Row(policy, story.Incident, Start.AddDays(9));

        Assert.Equal((ObligationStatus.Unknown, boom), (row.Status, row.Exception));
        Assert.True(new ObligationLedger(policy).At(story.Incident, Start.AddDays(9)).Count > 5);
    }

    [Fact]
    public void At_UnknownDetection_IsUnknown()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays));
        var incident = new IncidentLifecycle(policy)
            .Declare(Id, new DeclareIncident { By = Alice, Title = "x", Service = "y", Detected = When.Unknown }, Start).Incident!;

        Assert.Equal(ObligationStatus.Unknown, Row(policy, incident, Start).Status);
    }

    [Fact]
    public void At_ClosedOrCancelled_WaivesWhatIsPending()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays));
        var story = new Story(policy)
            .Then(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" });

        Assert.Equal(ObligationStatus.Waived, Row(policy, story.Incident, Start.AddDays(9)).Status);
    }

    [Fact]
    public void MeetObligation_OfTheLibrary_IsRefusedWithWhatMeetsIt()
    {
        var policy = With(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays));
        var violation = Assert.Single(
            new Story(policy).Try(new MeetObligation { By = Alice, Obligation = ObligationNames.Mitigate }).Violations);
        Assert.Contains("mitigated", violation.Message, StringComparison.Ordinal);

        Assert.Contains(
            Name,
            Assert.Single(new Story(policy).Try(new MeetObligation { By = Alice, Obligation = "acme.other" }).Violations).Remedy,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_NameWithoutPrefix_IsAFault() =>
        Assert.Contains(
            "acme.notify",
            Assert.Single(
                With(new ObligationDefinition("notify", ObligationTrigger.Detection, InThreeDays)).Validate()).Reason,
            StringComparison.Ordinal);

    [Fact]
    public async Task AddObligationAndAddRule_ReachEveryPolicy()
    {
        var services = new ServiceCollection();
        services.AddIncidentKit()
            .AddObligation(new ObligationDefinition(Name, ObligationTrigger.Detection, InThreeDays))
            .AddRule(new IncidentRule
            {
                Id = "ACME-1", Category = ViolationCategory.Gate, Summary = "Nobody cancels on a Tuesday.",
                Remedy = "Wait until Wednesday.", Default = RuleEnforcement.Enforce, AppliesTo = [typeof(CancelIncident)],
                Check = c => c.Now.DayOfWeek == DayOfWeek.Tuesday ? new RuleBreach("It is Tuesday.") : null,
            });
        await using var provider = services.BuildServiceProvider();
        var policies = provider.GetRequiredService<IncidentPolicies>();

        Assert.All(policies.Names, name => Assert.Contains(policies.Find(name).Obligations, o => o.Name == Name));
        Assert.Equal(
            "ACME-1",
            Assert.Single(new Story(policies.Default)
                .Try(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "x" }).Violations).Rule);
    }

    private static IncidentPolicy With(params ObligationDefinition[] own) => IncidentPolicy.Default.Plus([], own);

    private static Obligation Row(IncidentPolicy policy, Incident incident, DateTimeOffset at) =>
        Assert.Single(new ObligationLedger(policy).At(incident, at), o => o.Name == Name);

    private static (ObligationStatus, DateTimeOffset?) Brief(Obligation o) => (o.Status, o.DueAt);
}
