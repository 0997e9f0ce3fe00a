namespace IncidentKit;

/// <summary>The kinds of command with a sample of each way in which the phase table tells them apart.</summary>
internal static class CommandKinds
{
    private static readonly SystemActor Nobody = new("sample");

    public static IReadOnlyList<(string Name, IReadOnlyList<IncidentCommand> Samples)> All { get; } =
    [
        Kind(new Acknowledge { By = Nobody }), Kind(new Classify { By = Nobody, Level = 1 }),
        Kind(new DescribeImpact { By = Nobody }), Kind(new StateImpact { By = Nobody, Kind = ImpactKind.Outage }),
        Kind(new Retitle { By = Nobody, Title = "" }), Kind(new OpenChannel { By = Nobody }), Kind(new Join { By = Nobody }),
        Kind(new AssignRole { By = Nobody, Role = default, To = null }),
        Kind(new HandOffRole { By = Nobody, Role = default, To = new Responder("sample") }),
        Kind(new TakeCommand { By = Nobody, Reason = "" }), Kind(new BeginMitigation { By = Nobody }),
        Kind(new RecordMitigation { By = Nobody, Outcome = default }), Kind(new DeclareMitigated { By = Nobody }),
        Kind(new ReportRecovered { By = Nobody }), Kind(new RecordFinding { By = Nobody, Text = "" }),
        Kind(new IdentifyCause { By = Nobody, Cause = "" }), Kind(new EscalateUnmitigated { By = Nobody }),
        Kind(new EngageVendor { By = Nobody, Vendor = "" }), Kind(new Page { By = Nobody }),
        Kind(new RecordPaging { By = Nobody, Fact = default, Delivery = "", Run = 1, Cause = default }),
        Kind(new PostUpdate { By = Nobody, Audience = default, Text = "" }), Kind(new ReportRecurrence { By = Nobody }),
        Kind(new SetTemporaryAlert { By = Nobody, Alert = "" }), Kind(new TakeDownTemporaryAlert { By = Nobody, Number = 1 }),
        Kind(new FixPostMortem { By = Nobody }), Kind(new HoldPostMortem { By = Nobody }),
        Kind(new AddActionItem { By = Nobody, Action = "" }), Kind(new AmendActionItem { By = Nobody, Number = 1 }),
        Kind(new CompleteActionItem { By = Nobody, Number = 1 }), Kind(new AttachAlert { By = Nobody, Key = "" }),
        Kind(new ClearAlert { By = Nobody, Key = "" }), Kind(new Link { By = Nobody, To = default }),
        Kind(new TakeOverDuplicate { By = Nobody, Duplicate = default }), Kind(new Restrict { By = Nobody }),
        Kind(new MeetObligation { By = Nobody, Obligation = "" }), Kind(new CheckObligations { By = Nobody }),
        Kind(new AddNote { By = Nobody, Text = "" }), Kind(new MarkUnknown { By = Nobody, Facts = [] }),
        Kind(new CorrectTime { By = Nobody, Of = 1, To = When.Unknown, Reason = "" }),
        Kind(new Redact { By = Nobody, Of = 1, Reason = "" }), Kind(new ReviewSeverity { By = Nobody, Level = 1, Reason = "" }),
        Kind(new LowerSeverity { By = Nobody, Level = 1, Reason = "" }), Kind(new GiveUpRole { By = Nobody, Role = default }),
        Kind(new WaiveObligation { By = Nobody, Obligation = "", Reason = "" }),
        Kind(new WaiveDemand { By = Nobody, Rule = "", Reason = "" }), Kind(new ResolveIncident { By = Nobody }),
        Kind(new PublishPostMortem { By = Nobody }), Kind(new LiftRestriction { By = Nobody, Reason = "" }),
        Kind(new EndWatch { By = Nobody, Reason = "" }), Kind(new CancelIncident { By = Nobody, Because = default, Reason = "" }),
        Kind(new MarkDuplicate { By = Nobody, Of = default }), Kind(new CloseIncident { By = Nobody }),
        Kind(
            new ReopenIncident { By = Nobody, Because = ReopenReason.CameBack, Reason = "" },
            new ReopenIncident { By = Nobody, Because = ReopenReason.RecordIncomplete, Reason = "" }),
    ];

    /// <summary>What a command is called in a sentence, such as "Take command".</summary>
    public static string InWords(IncidentCommand command) =>
        string.Concat(command.GetType()
            .Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static (string, IReadOnlyList<IncidentCommand>) Kind(params IncidentCommand[] samples) => (samples[0].GetType().Name, samples);
}
