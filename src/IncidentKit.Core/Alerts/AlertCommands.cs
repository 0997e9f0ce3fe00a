namespace IncidentKit.Commands;

/// <summary>An alert was set, or its threshold changed, for the time of the incident only (P25).</summary>
public sealed record SetTemporaryAlert : ReportCommand
{
    /// <summary>Which alert, and its threshold.</summary>
    public required string Alert { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Alert), Alert)];

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new TemporaryAlertSet { Number = recorder.Incident.TemporaryAlerts.Count + 1, Alert = Alert });
}

/// <summary>A temporary alert was taken down, or its threshold set back.</summary>
public sealed record TakeDownTemporaryAlert : ReportCommand
{
    /// <summary>The number of the temporary alert.</summary>
    public required int Number { get; init; }

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("temporary alert", Number, context.Incident.TemporaryAlerts.Count, nameof(Number));

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new TemporaryAlertTakenDown { Number = Number });
}

/// <summary>An alert fired for what is wrong here (P17). The same key may come again: an alert storm is one incident.</summary>
public sealed record AttachAlert : ReportCommand
{
    /// <summary>What the alert is known by, in one line: the same key leads to the same open incident.</summary>
    public required string Key { get; init; }

    /// <summary>What the alert says.</summary>
    public string? Text { get; init; }

    /// <summary>Where to look at it.</summary>
    public string? Link { get; init; }

    /// <summary>Another open incident that has the alert already. The manager says so.</summary>
    public IncidentId? AlsoAt { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Word(nameof(Key), Key),
        TextField.OptionalText(nameof(Text), Text),
        TextField.OptionalText(nameof(Link), Link),
    ];

    internal override RuleBreach? MissingReference(RuleContext context) => AlsoAt is { } other
        ? FormBreach.NotAnother(other, context.Incident, "AlsoAt names another incident, not this one.", nameof(AlsoAt))
        : null;

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new AlertAttached { Key = Key, Text = Text, Link = Link });
}

/// <summary>An alert cleared: evidence, which resolves nothing by itself (P17).</summary>
public sealed record ClearAlert : ReportCommand
{
    /// <summary>The key of an attached alert.</summary>
    public required string Key { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Word(nameof(Key), Key)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("attached alert", Key, context.Incident.Alerts.Select(alert => alert.Key), nameof(Key));

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new AlertCleared { Key = Key });
}
