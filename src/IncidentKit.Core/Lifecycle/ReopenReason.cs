namespace IncidentKit;

/// <summary>Why an incident was reopened (P29).</summary>
public enum ReopenReason
{
    /// <summary>The failure came back: a recurrence, with new obligations.</summary>
    CameBack,

    /// <summary>The record is incomplete: nobody is paged.</summary>
    RecordIncomplete,
}
