namespace IncidentKit;

/// <summary>Finds everything that is wrong with an escalation policy.</summary>
internal static class EscalationCheck
{
    private const int MostSteps = 20;
    private const int MostRepeats = 20;

    public static void Run(EscalationPolicy? policy, Action<string, string> add)
    {
        if (policy is null)
        {
            add("escalation", "is required");
            return;
        }

        if (!PolicyCheck.AreThere("escalation.steps", policy.Steps, add))
            return;
        if (policy.Steps.Count is < 1 or > MostSteps)
            add("escalation.steps", Invariant($"an escalation has 1 to {MostSteps} steps, and {policy.Steps.Count} were found"));
        else if (policy.OnCallStep < 1 || policy.OnCallStep > policy.Steps.Count)
            add("escalation.onCallStep", Invariant($"there is no step {policy.OnCallStep}: the escalation has {policy.Steps.Count}"));
        for (var i = 0; i < Math.Min(policy.Steps.Count, MostSteps); i++)
            CheckStep(policy.Steps[i], Invariant($"escalation.steps[{i}].targets"), add);
        if (policy.Repeats is < 0 or > MostRepeats)
            add("escalation.repeats", Invariant($"a whole number from 0 to {MostRepeats} is expected"));
        PolicyCheck.CheckSpan("escalation.acknowledgeWithin", policy.AcknowledgeWithin, add);
        PolicyCheck.CheckSpan("escalation.silence", policy.Silence, add);
    }

    private static void CheckStep(EscalationStep step, string place, Action<string, string> add)
    {
        if (step.Targets is not { Count: > 0 })
            add(place, "the step pages nobody: name an audience word such as \"on-call\", or a person");
        foreach (var target in step.Targets ?? [])
        {
            if (target is null || (target.Person is null && string.IsNullOrWhiteSpace(target.Audience)))
                add(place, "an audience word is blank");
        }

        foreach (var twice in (step.Targets ?? []).GroupBy(target => target).Where(g => g.Count() > 1))
            add(place, $"\"{twice.Key}\" stands twice in one step");
    }
}
