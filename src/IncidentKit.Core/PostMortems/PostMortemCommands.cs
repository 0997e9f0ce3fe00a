namespace IncidentKit.Commands;

/// <summary>Date and time of the post-mortem are fixed.</summary>
public sealed record FixPostMortem : ReportCommand, IFitsEveryPhase
{
    /// <summary>When it will be held.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new PostMortemFixed { ScheduledFor = ScheduledFor?.ToUniversalTime() });
}

/// <summary>The post-mortem was held.</summary>
public sealed record HoldPostMortem : ReportCommand, IFitsEveryPhase
{
    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new PostMortemHeld());
}

/// <summary>Something is to be done.</summary>
public sealed record AddActionItem : ReportCommand, IFitsEveryPhase
{
    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority, such as "P1".</summary>
    public string? Priority { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Text(nameof(Action), Action),
        TextField.OptionalWord(nameof(Owner), Owner),
        TextField.OptionalWord(nameof(Priority), Priority),
    ];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new ActionItemStated
    {
        Number = recorder.Incident.ActionItems.Count + 1, Action = Action, Owner = Owner, Due = Due, Priority = Priority,
    });
}

/// <summary>Fills in or changes an action item; what is null stays as it was.</summary>
public sealed record AmendActionItem : ReportCommand, IFitsEveryPhase
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Its priority.</summary>
    public string? Priority { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.OptionalText(nameof(Action), Action),
        TextField.OptionalWord(nameof(Owner), Owner),
        TextField.OptionalWord(nameof(Priority), Priority),
    ];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("action item", Number, context.Incident.ActionItems.Count, nameof(Number));

    internal override void Record(EventRecorder recorder)
    {
        var item = recorder.Incident.ActionItems[Number - 1];
        recorder.RecordMain(new ActionItemStated
        {
            Number = Number, Action = Action ?? item.Action, Owner = Owner ?? item.Owner,
            Due = Due ?? item.Due, Priority = Priority ?? item.Priority,
        });
    }
}

/// <summary>An action item was done.</summary>
public sealed record CompleteActionItem : ReportCommand, IFitsEveryPhase
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("action item", Number, context.Incident.ActionItems.Count, nameof(Number));

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new ActionItemCompleted { Number = Number });
}

/// <summary>An action item will not be done: it is asked for no longer, and stays in the record. Amending it brings it back.</summary>
public sealed record DropActionItem : ReportCommand, IFitsEveryPhase
{
    /// <summary>The number of the item.</summary>
    public required int Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("action item", Number, context.Incident.ActionItems.Count, nameof(Number));

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new ActionItemDropped { Number = Number, Reason = Reason });
}

/// <summary>The post-mortem is published.</summary>
public sealed record PublishPostMortem : GateCommand
{
    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Url), Url)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new PostMortemPublished { Url = Url });
}
