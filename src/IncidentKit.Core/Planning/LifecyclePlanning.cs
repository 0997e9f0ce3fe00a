namespace IncidentKit;

/// <summary>Finds the way to a command that a lifecycle refuses.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class LifecyclePlanning
{
    /// <summary>
    /// The shortest way after which the command will be accepted. What is demanded is done or waited for; it is waived only
    /// where nothing else helps.
    /// </summary>
    /// <param name="lifecycle">The lifecycle that decides.</param>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The moment of the question.</param>
    public static Way WayTo(this IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now) =>
        lifecycle.WayTo(incident, command, now, WayOptions.Default);

    /// <summary>The shortest way after which the command will be accepted.</summary>
    /// <param name="lifecycle">The lifecycle that decides.</param>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="options">What the way may do.</param>
    public static Way WayTo(
        this IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(options);
        IncidentLifecycle.CheckCommand(command);
        return WaySearch.Find(lifecycle, incident, command, now, options);
    }
}
