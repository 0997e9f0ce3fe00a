using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>A person has joined, or was brought in by somebody else (P13).</summary>
public sealed record Join : ReportCommand
{
    /// <summary>Who was brought in; the person who says so where null.</summary>
    public Responder? Person { get; init; }

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        Person is null && By is not Responder
            ? new RuleBreach("Nobody is named who joins.", "Name the person in Person, or let the person send it.", nameof(Person))
            : null;

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new ResponderJoined { Person = Person });
}

/// <summary>A person gets a role.</summary>
public sealed record AssignRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it. Null only in a retrospective incident: somebody, nobody recorded who.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Responder? To { get; init; }

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        To is null && !context.Incident.IsRetrospective
            ? new RuleBreach("Nobody is named for the role.", "Name the person in To.", nameof(To))
            : null;

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new RoleAssigned
    {
        Role = Role, To = To, From = recorder.Incident.Roles[Role], How = RoleChange.Assigned,
    });
}

/// <summary>The holder of a role hands it over.</summary>
public sealed record HandOffRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it.</summary>
    public required Responder To { get; init; }

    /// <summary>For command: what is known, what is running, when the next update is due.</summary>
    public string? Note { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.OptionalText(nameof(Note), Note)];

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        To is null ? new RuleBreach("Nobody is named for the role.", "Name the person in To.", nameof(To)) : null;

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new RoleAssigned
    {
        Role = Role, To = To, From = recorder.Incident.Roles[Role], How = RoleChange.HandedOff, Note = Note,
    });
}

/// <summary>A person takes command. Never refused to a person; the former holder is told.</summary>
public sealed record TakeCommand : ReportCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        FormBreach.OnlyAPerson(this, "takes command");

    internal override void Record(EventRecorder recorder) =>
        RoleImplications.GiveCommand(recorder, (Responder)By, RoleChange.Taken, Reason);
}

/// <summary>The holder gives up a role without a successor; the commander holds it again.</summary>
public sealed record GiveUpRole : GateCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        FormBreach.OnlyAPerson(this, "gives up a role");

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new RoleGivenUp { Role = Role, From = (Responder)By });
}
