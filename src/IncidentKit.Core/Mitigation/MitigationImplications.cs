namespace IncidentKit;

/// <summary>What follows from commands about mitigation in an incident that is under way.</summary>
internal static class MitigationImplications
{
    /// <summary>Whoever begins to mitigate where nobody commands takes command (P61).</summary>
    /// <param name="recorder">The recorder of the command.</param>
    /// <param name="mitigates">Whether the command begins to mitigate.</param>
    public static void TakeCommand(EventRecorder recorder, bool mitigates)
    {
        if (recorder.IsLive && mitigates && recorder.Incident.Roles.Commander is null && recorder.By is Responder taker)
            RoleImplications.GiveCommand(recorder, taker, RoleChange.Implied, null);
    }

    /// <summary>Ends the attempts that run when the incident is mitigated.</summary>
    /// <param name="recorder">The recorder of the command.</param>
    /// <param name="outcomeOfLast">What came of the attempt that was begun last; what came of the others, nobody said.</param>
    public static void EndAttempts(EventRecorder recorder, MitigationOutcome outcomeOfLast)
    {
        if (!recorder.IsLive || !recorder.Moves)
            return;
        var running = recorder.Incident.Attempts.Where(attempt => attempt.Outcome is null).ToList();
        foreach (var attempt in running)
        {
            recorder.RecordImplied(new MitigationRecorded
            {
                Attempt = attempt.Number, Outcome = attempt == running[^1] ? outcomeOfLast : MitigationOutcome.Unknown,
            });
        }
    }

    /// <summary>If no attempt was recorded, records one that began at an unknown time: something must have been tried.</summary>
    public static void BeginAttempt(EventRecorder recorder, MitigationOutcome outcome)
    {
        if (!recorder.IsLive || !recorder.Moves || recorder.Incident.Phase != IncidentPhase.Detection)
            return;
        var number = recorder.Incident.Attempts.Count + 1;
        recorder.RecordImplied(new MitigationBegun { Attempt = number, Kind = MitigationKind.Other }, When.Unknown);
        recorder.RecordImplied(new MitigationRecorded { Attempt = number, Outcome = outcome });
    }
}
