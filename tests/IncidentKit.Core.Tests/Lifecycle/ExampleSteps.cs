namespace IncidentKit.Tests.Lifecycle;

/// <summary>The people and steps from which the examples of rules and obligations are made.</summary>
internal static class ExampleSteps
{
    public static readonly Responder Alice = new("alice");
    public static readonly Responder Bob = new("bob");
    public static readonly Responder Carol = new("carol");

    /// <summary>The instant at which every example is declared and detected.</summary>
    public static DateTimeOffset Declared { get; } = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);

    public static Acknowledge Ack(Responder by) => new() { By = by };

    public static Classify Level(int level, Responder? by = null) => new() { By = by ?? Alice, Level = level };

    public static LowerSeverity Lower(int level, Responder? by = null) =>
        new() { By = by ?? Alice, Level = level, Reason = "one region only" };

    public static AssignRole Assign(IncidentRole role, Responder to, Responder? by = null) =>
        new() { By = by ?? Alice, Role = role, To = to };

    public static AssignRole Command(Responder to) => Assign(IncidentRole.IncidentCommander, to);

    public static OpenChannel Channel() => new() { By = Alice, Name = "inc-2025-11-18-checkout" };

    public static BeginMitigation Begin(Responder? by = null) => new() { By = by ?? Alice, Kind = MitigationKind.Rollback };

    public static DeclareMitigated Mitigated(Responder? by = null) => new() { By = by ?? Alice, How = MitigatedBy.Rollback };

    public static ResolveIncident Resolve(Responder? by = null) => new() { By = by ?? Alice };

    public static PostUpdate Update(Responder by, PublicStatus? status = null) =>
        new() { By = by, Audience = UpdateAudience.Public, Text = "We are investigating.", Status = status };

    public static AddNote Note(string text) => new() { By = Alice, Text = text };

    /// <summary>Level, channel and three people: all that is required before mitigation begins.</summary>
    public static IncidentCommand[] Staffed(int level = 2) =>
    [
        Ack(Alice), Level(level), Channel(), Command(Alice),
        Assign(IncidentRole.TechnicalLead, Bob), Assign(IncidentRole.CommunicationsLead, Carol),
    ];

    public static IncidentCommand[] Resolved(int level) => [.. Staffed(level), Begin(), Mitigated(), Resolve()];

    public static CloseIncident Close { get; } = new() { By = Alice };

    public static CancelIncident Cancel() => new() { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" };

    public static ReopenIncident CameBack() => new() { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" };

    public static EndWatch EndWatchNow() => new() { By = Alice, Reason = "traffic is at its peak and steady" };
}
