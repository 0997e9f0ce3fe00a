namespace IncidentKit.Testing;

/// <summary>One decision of a run.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Lifecycle">The lifecycle that decided.</param>
/// <param name="Before">The incident before the command.</param>
/// <param name="Step">The step.</param>
/// <param name="Command">The command that it meant.</param>
/// <param name="Decision">The answer.</param>
/// <param name="Now">The moment of the decision, in UTC.</param>
public sealed record IncidentMoment(
    IncidentLifecycle Lifecycle,
    Incident Before,
    IncidentStep Step,
    IncidentCommand Command,
    Decision Decision,
    DateTimeOffset Now)
{
    /// <summary>The incident after the command; unchanged if it was refused.</summary>
    public Incident After => Decision.Incident!;
}
