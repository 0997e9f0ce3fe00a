namespace IncidentKit;

/// <summary>What kind of thing a step is. A way uses a later kind only where no way of earlier kinds is known.</summary>
public enum StepResort
{
    /// <summary>Something to do, or a wait.</summary>
    Act,

    /// <summary>
    /// Something that gives up a protection, or tells of a thing that nobody can bring about: the watch is ended early, service
    /// came back by itself, it came back.
    /// </summary>
    Fallback,

    /// <summary>A demand is waived.</summary>
    Waiver,
}
