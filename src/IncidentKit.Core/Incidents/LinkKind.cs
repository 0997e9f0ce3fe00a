namespace IncidentKit;

/// <summary>What another incident is to this one.</summary>
public enum LinkKind
{
    /// <summary>It has to do with this one.</summary>
    Related,

    /// <summary>It brought this one about.</summary>
    Cause,

    /// <summary>This one brought it about.</summary>
    Effect,

    /// <summary>It is this one come back, after the time for reopening (P29).</summary>
    Recurrence,

    /// <summary>This one came back as it, after the time for reopening (P29).</summary>
    RecurrenceOf,

    /// <summary>It is a duplicate that this one covers.</summary>
    Duplicate,

    /// <summary>It covers this one, which is its duplicate.</summary>
    DuplicateOf,
}
