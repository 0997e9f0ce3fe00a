namespace IncidentKit;

/// <summary>What is put on a decision once it is made: the stamp of the command as it was sent, and the number of a new incident.</summary>
internal static class DecisionStamps
{
    // The caller repeats the command as it was sent, so the stamp is that of the command before anything was put into it.
    public static Decision Stamped(Decision decision, Incident incident, IncidentCommand sent, IncidentCommand informed)
    {
        if (ReferenceEquals(sent, informed) || decision.IsRefused || CommandDigest.StampOf(sent) is not { } stamp)
            return decision;
        IncidentEvent[] events = [decision.Events[0] with { Stamp = stamp }, .. decision.Events.Skip(1)];
        return Decision.Accepted(incident.After(events), events);
    }

    // The number comes after the decision, so that a refused declaration uses none up.
    public static Decision Numbered(Decision decision, int number)
    {
        if (decision.Incident!.Number == number)
            return decision;
        IncidentEvent[] events = [(IncidentDeclared)decision.Events[0] with { Number = number }, .. decision.Events.Skip(1)];
        return Decision.Accepted(Incident.Replay(events), events);
    }
}
