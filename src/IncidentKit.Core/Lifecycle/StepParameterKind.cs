namespace IncidentKit;

/// <summary>What is filled into a step.</summary>
public enum StepParameterKind
{
    /// <summary>A <see cref="Responder"/>.</summary>
    Person,

    /// <summary>A <see cref="string"/>, as a person types it.</summary>
    Text,

    /// <summary>A <see cref="string"/> out of a few.</summary>
    Choice,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    Instant,
}
