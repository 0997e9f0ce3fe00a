namespace IncidentKit;

/// <summary>The commands that the phase table tells apart.</summary>
internal enum PhaseTrigger
{
    Mitigate,
    Mitigated,
    Escalate,
    Recur,
    Resolve,
    Close,
    Cancel,
    ReopenCameBack,
    ReopenIncomplete,
}
