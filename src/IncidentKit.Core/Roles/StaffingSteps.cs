using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>What helps where people are missing, or where it is somebody else's decision.</summary>
internal static class StaffingSteps
{
    public static StepOffer Noted { get; } = StepOffer.Change(
        "Add a state note.",
        nameof(HandOffRole.Note),
        (c, v) => (HandOffRole)c with { Note = v.Text("Note") },
        StepParameter.Text("Note", "what is known, what is running, and when the next update is due"));

    public static IEnumerable<StepOffer> Missing(RuleContext context)
    {
        var roles = context.Incident.Roles;
        var (lead, writer) = (roles.GivenTechnicalLead, roles.GivenCommunicationsLead);
        var wantsThree = context.Incident.Level is not null && context.Level.Staffing == Staffing.ThreePeople;
        // Who decided it takes command where somebody else has it, and cannot hold another role then.
        var decided = (context.Command as BeginMitigation)?.DecidedBy;
        var decides = decided ?? context.Command.By as Responder;
        if (roles.Commander is null || (wantsThree && (roles.Commander == lead || roles.Commander == writer)))
            yield return Assigned(IncidentRole.IncidentCommander, StepParameter.Person("To").Preferring(decides).Except(lead, writer));
        if (wantsThree && (lead is null || lead == roles.Commander || lead == writer))
            yield return Assigned(IncidentRole.TechnicalLead, StepParameter.Person("To").Except(roles.Commander, writer, decided));
        if (wantsThree && (writer is null || writer == roles.Commander || writer == lead))
            yield return Assigned(IncidentRole.CommunicationsLead, StepParameter.Person("To").Except(roles.Commander, lead, decided));
    }

    /// <summary>Where one person would be commander and hold another role.</summary>
    public static IEnumerable<StepOffer> Apart(RuleContext context, IncidentRole other)
    {
        var (role, to) = context.Command switch
        {
            AssignRole { To: { } person } c => (c.Role, person),
            HandOffRole c => (c.Role, c.To),
            _ => default,
        };
        if (to is null)
            return [];
        return role == other
            ? [Taken(By.Except(to))]
            :
            [
                Assigned(other, StepParameter.Person("To").Except(to, context.Incident.Roles.Commander)),
                StepOffer.Give(
                    $"Give up the role of {other.Display()}.",
                    v => new GiveUpRole { By = v.Person("By"), Role = other },
                    By.Only(to)),
            ];
    }

    public static IEnumerable<StepOffer> HeldByOthers(RuleContext context)
    {
        if (context.Command is not GiveUpRole { By: Responder by, Role: var role })
            return [];
        var holder = role == IncidentRole.TechnicalLead
            ? context.Incident.Roles.GivenTechnicalLead
            : context.Incident.Roles.GivenCommunicationsLead;
        return holder is null
            ? [StepOffer.NothingToDo, Assigned(role, StepParameter.Person("To").Only(by))]
            : [Assigned(role, StepParameter.Person("To").Only(by))];
    }

    public static IEnumerable<StepOffer> DecidedBy(RuleContext context)
    {
        if (context is not { Command: BeginMitigation begin, Incident.Roles.Commander: { } commander })
            return [];
        var taken = Commanded(context, begin.DecidedBy ?? begin.By);
        return begin.DecidedBy is not null ? taken :
        [
            StepOffer.Change(
                "Say that the commander decided it.",
                nameof(BeginMitigation.DecidedBy),
                (c, v) => (BeginMitigation)c with { DecidedBy = v.Person("DecidedBy") },
                StepParameter.Person("DecidedBy").Only(commander)),
            .. taken,
        ];
    }

    /// <summary>Where only the commander may.</summary>
    public static IEnumerable<StepOffer> Commanded(RuleContext context, Actor who)
    {
        if (context.Incident.Roles.Commander is { } commander)
            yield return Sent("Let the commander send it.", commander);
        if (who is Responder person)
            yield return Taken(By.Only(person));
        else if (context.Incident.Roles.Commander is null)
            yield return Taken(By);
    }

    public static IEnumerable<StepOffer> Posting(RuleContext context)
    {
        if (context.Command.By is not Responder by)
            yield break;
        if (context.Incident.Roles.CommunicationsLead is { } writer)
            yield return Sent("Let the Communications Lead send it.", writer);
        if (context.Incident.Roles.Commander == by && context.Incident.Roles.GivenCommunicationsLead is { } lead)
        {
            yield return StepOffer.Give(
                $"Give up the role of {IncidentRole.CommunicationsLead.Display()}.",
                v => new GiveUpRole { By = v.Person("By"), Role = IncidentRole.CommunicationsLead },
                By.Only(lead));
        }

        yield return Assigned(IncidentRole.CommunicationsLead, StepParameter.Person("To").Only(by));
    }

    private static StepOffer Sent(string title, Responder sender) =>
        StepOffer.Change(title, nameof(IncidentCommand.By), (c, v) => c with { By = v.Person("By") }, By.Only(sender));

    private static StepOffer Taken(StepParameter by) =>
        StepOffer.Give("Take command.", v => new TakeCommand { By = v.Person("By"), Reason = v.Text("Reason") }, by, Reason);

    private static StepOffer Assigned(IncidentRole role, StepParameter to) =>
        StepOffer.Give(
            $"Assign the role of {role.Display()}.", v => new AssignRole { By = v.Person("By"), Role = role, To = v.Person("To") }, By, to);
}
