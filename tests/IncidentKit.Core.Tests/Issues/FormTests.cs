using System.Text.Json;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Issues;

/// <summary>
/// What code without nullability, casts, old files and odd texts give is a violation or a typed error that names the place.
/// </summary>
[Process("P61")]
public sealed class FormTests
{
    public static TheoryData<string, IncidentCommand> Malformed => new()
    {
        { "IK1009 Role", new AssignRole { By = Alice, Role = (IncidentRole)7, To = Bob } },
        { "IK1009 Role", new HandOffRole { By = Alice, Role = (IncidentRole)7, To = Bob } },
        { "IK1009 Role", new GiveUpRole { By = Alice, Role = (IncidentRole)7 } },
        { "IK1009 Audience", new PostUpdate { By = Alice, Audience = (UpdateAudience)9, Text = "a" } },
        { "IK1009 Status", new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "a", Status = (PublicStatus)9 } },
        { "IK1009 Kind", new BeginMitigation { By = Alice, Kind = (MitigationKind)99 } },
        { "IK1009 Outcome", new RecordMitigation { By = Alice, Outcome = (MitigationOutcome)99 } },
        { "IK1009 How", new DeclareMitigated { By = Alice, How = (MitigatedBy)99 } },
        { "IK1009 Kind", new RecordFinding { By = Alice, Kind = (FindingKind)99, Text = "a" } },
        { "IK1009 Kind", new StateImpact { By = Alice, Kind = (ImpactKind)99 } },
        { "IK1009 Function", new DescribeImpact { By = Alice, Function = (ImpactFunction)4 } },
        { "IK1009 State", new DescribeImpact { By = Alice, State = (ImpactState)2 } },
        { "IK1009 Reach", new DescribeImpact { By = Alice, Reach = (ImpactReach)(-1) } },
        { "IK1009 Because", new CancelIncident { By = Alice, Because = (CancellationReason)99, Reason = "a" } },
        { "IK1009 Because", new ReopenIncident { By = Alice, Because = (ReopenReason)99, Reason = "a" } },
        { "IK1007 Because", new CancelIncident { By = Alice, Because = CancellationReason.Duplicate, Reason = "a" } },
        { "IK1008 To", new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = null! } },
        { "IK1001 Facts", new MarkUnknown { By = Alice, Facts = null! } },
        { "IK1001 Facts", new MarkUnknown { By = Alice, Facts = [UnknownFacts.Roles, null!] } },
        { "IK1001 Text", new AddNote { By = Alice, Text = null! } },
        { "IK1001 Title", new Retitle { By = Alice, Title = null! } },
        { "IK1001 Title", new Retitle { By = Alice, Title = "\u200B\u2060 \u202E" } },
        { "IK1001 Obligation", new WaiveObligation { By = Alice, Obligation = null!, Reason = "a" } },
        { "IK1001 Rule", new WaiveDemand { By = Alice, Rule = null!, Reason = "a" } },
        { "IK1001 Name", new OpenChannel { By = Alice, Name = " " } },
        { "IK1011 Name", new OpenChannel { By = Alice, Name = "#" } },
        { "IK1011 Name", new OpenChannel { By = Alice, Name = "inc checkout" } },
        { "IK1011 Name", new OpenChannel { By = Alice, Name = "Inc-Checkout" } },
        { "IK1011 Name", new OpenChannel { By = Alice, Name = new string('x', 81) } },
        { "IK1003 Text", new AddNote { By = Alice, Text = "a\0b" } },
        { "IK1003 Text", new AddNote { By = Alice, Text = "a\uD800b" } },
        { "IK1003 Title", new Retitle { By = Alice, Title = "a\u001Bb" } },
        {
            "IK1006 NextUpdateAt",
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "a", NextUpdateAt = default(DateTimeOffset) }
        },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Decide_MalformedCommand_IsAViolationThatNamesTheField(string expected, IncidentCommand command)
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice });

        var decision = story.Try(command);

        Assert.Contains(
            expected,
            decision.Violations.Select(v => $"{v.Rule} {v.Field}").Where(v => v.StartsWith("IK1", StringComparison.Ordinal)));
        Assert.All(decision.Violations, v => Assert.NotEmpty(v.Remedy));
        Assert.Equal(Alice, decision.Incident!.Roles.Commander);
    }

    [Theory]
    [InlineData(0, "IK1006")]
    [InlineData(-3, "IK1006")]
    [InlineData(1_000_000_001, "IK1006")]
    [InlineData(1_000_000_000, null)]
    public void Declare_Number_LiesInItsRange(int number, string? rule)
    {
        var decision = Declare(new DeclareIncident { By = Alice, Title = "T", Service = "S", Number = number });

        Assert.Equal(rule, decision.Violations.SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Declare_WithNullsAndDefaults_NamesThem()
    {
        var decision = Declare(new DeclareIncident
        {
            By = Alice,
            Title = null!,
            Service = null!,
            Labels = [null!],
            RecurrenceOf = default(IncidentId),
            NoticedBy = (NoticedBy)9,
        });

        Assert.Equal(["IK1001", "IK1007", "IK1009"], decision.Violations.Select(v => v.Rule));
        Assert.Equal("Title is empty. Service is empty. Labels is empty.", decision.Violations[0].Message);
    }

    [Fact]
    public void Decide_TextWithEscapeCodes_IsKept()
    {
        const string text = "ESC \u001B[31m and bell \a, as the log had it";

        Assert.Equal(
            text,
            new Story(IncidentPolicy.Default)
                .Then(new AddNote { By = Alice, Text = text })
                .Incident.History.OfType<NoteAdded>()
                .Single().Text);
    }

    [Fact]
    [Process("P18")]
    public void OpenChannel_WithTheSignOfAChannel_IsKeptWithoutIt()
    {
        Assert.Equal(
            "inc-checkout",
            new Story(IncidentPolicy.Default).Then(new OpenChannel { By = Alice, Name = "#inc-checkout" }).Incident.Channel);
        Assert.Contains(
            "inc-kasse-fallt-aus",
            Assert.Single(
                new Story(IncidentPolicy.Default).Try(new OpenChannel { By = Alice, Name = "Inc: Kasse fällt aus!" }).Violations).Remedy,
            StringComparison.Ordinal);
    }

    public static TheoryData<IncidentEvent> Impossible => new()
    {
        new RoleAssigned
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Role = (IncidentRole)7,
            How = RoleChange.Assigned,
        },
        new NoteAdded
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Text = "a",
            MovedTo = (IncidentPhase)17,
        },
        new ImpactDescribed
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Function = (ImpactFunction)4,
        },
        new ImpactDescribed { Incident = Id, Sequence = 0, RecordedAt = Start, When = When.At(Start), By = Alice, State = (ImpactState)2 },
        new ImpactDescribed { Incident = Id, Sequence = 0, RecordedAt = Start, When = When.At(Start), By = Alice, Reach = (ImpactReach)3 },
        new MitigationRecorded
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Attempt = 3,
            Outcome = MitigationOutcome.Worked,
        },
        new MitigationBegun
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Attempt = 3,
            Kind = MitigationKind.Fix,
        },
        new TemporaryAlertTakenDown { Incident = Id, Sequence = 0, RecordedAt = Start, When = When.At(Start), By = Alice, Number = 1 },
        new ActionItemStated
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Number = 0,
            Action = "a",
        },
        new ActionItemCompleted { Incident = Id, Sequence = 0, RecordedAt = Start, When = When.At(Start), By = Alice, Number = 1 },
        new FactsUnknown
        {
            Incident = Id,
            Sequence = 0,
            RecordedAt = Start,
            When = When.At(Start),
            By = Alice,
            Facts = ["mitigated#99999999999"],
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Replay_EventThatCannotBe_IsATypedErrorThatNamesIt(IncidentEvent happened)
    {
        var history = new Story(IncidentPolicy.Default).Incident.History;
        happened = happened with { Sequence = history.Count + 1 };

        var fault = Assert.Throws<IncidentStreamException>(() => Incident.Replay([.. history, happened]));

        Assert.Equal((IncidentStreamFault.Invalid, happened.Sequence), (fault.Fault, fault.Sequence));
        Assert.Contains($"event {happened.Sequence} ({happened.GetType().Name}) ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("\"7\"")]
    [InlineData("\"Chief\"")]
    public void Read_WordThatIsNone_IsRefused(string word) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(
        $$$"""{"type":"AssignRole","by":{"kind":"person","id":"alice"},"role":{{{word}}},"to":{"kind":"person","id":"bob"}}""",
        IncidentJsonContext.Default.IncidentCommand));

    [Fact]
    public void Read_PhaseThatIsNone_IsATypedErrorThatNamesTheEvent()
    {
        var json = IncidentStream.Write([.. new Story(IncidentPolicy.Default).Incident.History])
            .Replace("\"movedTo\":\"Detection\"", "\"movedTo\":7", StringComparison.Ordinal);

        Assert.Contains(
            "$[0].movedTo",
            Assert.Throws<IncidentStreamException>(() => IncidentStream.Read(json)).Message,
            StringComparison.Ordinal);
    }

    private static Decision Declare(DeclareIncident command) => new IncidentLifecycle(IncidentPolicy.Default).Declare(Id, command, Start);
}
