namespace IncidentKit.Templates.Tests;

/// <summary>Incidents for tests, told through the lifecycle.</summary>
internal static class Incidents
{
    public static readonly DateTimeOffset T0 = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
    public static readonly Responder Alice = new("alice", "Alice");
    public static readonly Responder Bob = new("bob", "Bob");
    public static readonly Responder Carol = new("carol", "Carol");

    public static IncidentPolicies Policies { get; } = new(IncidentPolicy.Default);

    public static Incident Declared(int? level = 2, string service = "Checkout") =>
        Told(level is { } rank ? [(0, new Classify { By = Alice, Level = rank })] : [], service);

    public static Incident Told((int Minute, IncidentCommand Command)[] steps, string service = "Checkout") =>
        Told(IncidentPolicy.Default, steps, service);

    public static Incident Told(IncidentPolicy policy, (int Minute, IncidentCommand Command)[] steps, string service = "Checkout")
    {
        var lifecycle = new IncidentLifecycle(policy);
        var declare = new DeclareIncident
        {
            Title = "Checkout errors after an index was dropped",
            Service = service,
            By = new SystemActor("monitor"),
            NoticedBy = NoticedBy.Alert,
            Started = When.At(T0.AddMinutes(-2)),
        };
        var incident = lifecycle.Declare(new IncidentId(new Guid("01900000-0000-7000-8000-000000000001")), declare, T0).Incident!;
        foreach (var (minute, command) in steps)
        {
            var decision = lifecycle.Decide(incident, command, T0.AddMinutes(minute));
            Assert.True(decision.IsAccepted, string.Join("; ", decision.Violations.Select(v => v.Message)));
            incident = decision.Incident!;
        }

        return incident;
    }

    /// <summary>The worked example of the process, told as it happened.</summary>
    public static Incident WorkedExample { get; } = Told(
    [
        (2, new Acknowledge { By = Bob }),
        (2, new OpenChannel { By = Bob }),
        (3, new Classify { By = Bob, Level = 2 }),
        (3, new DescribeImpact
        {
            By = Bob,
            CustomersAffected = true,
            DataLost = false,
            Feature = "payments",
            Symptom = "Payments fail with an error.",
        }),
        (7, new AssignRole { By = Bob, Role = IncidentRole.IncidentCommander, To = Alice }),
        (7, new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob }),
        (9, new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol }),
        (19, new IdentifyCause { By = Bob, Cause = "A database migration dropped an index that the checkout query depends on." }),
        (20, new BeginMitigation { By = Bob, Kind = MitigationKind.Fix, Description = "recreate the index" }),
        (25, new PostUpdate
        {
            By = Carol,
            Audience = UpdateAudience.Public,
            Text = "We have found the cause and are working on it.",
            Status = PublicStatus.Identified,
        }),
        (32, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix, Statement = "Index recreated." }),
        (42, new PostUpdate { By = Carol, Audience = UpdateAudience.Public, Text = "Resolved.", Status = PublicStatus.Resolved }),
        (42, new ResolveIncident { By = Alice, Statement = "Error rate at baseline." }),
        (50, new StateImpact
        {
            By = Bob,
            Kind = ImpactKind.Outage,
            From = When.At(T0.AddMinutes(-2)),
            To = When.At(T0.AddMinutes(32)),
            Share = 0.3,
        }),
        (60, new AddActionItem
        {
            By = Alice,
            Action = "Check for dropped indexes in the migration pipeline",
            Owner = "alice",
            Due = new DateOnly(2025, 11, 25),
            Priority = "P1",
        }),
        (60, new AddActionItem
        {
            By = Alice,
            Action = "Update the database runbook",
            Owner = "bob",
            Due = new DateOnly(2025, 11, 27),
            Priority = "P2",
        }),
    ]);
}
