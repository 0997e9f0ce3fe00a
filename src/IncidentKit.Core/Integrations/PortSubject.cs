namespace IncidentKit;

/// <summary>The incident that a request to a port is about, as that port may see it.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PortSubject
{
    /// <summary>What stands before everything that a drill sends (P63).</summary>
    public const string DrillMark = "DRILL: ";

    /// <summary>The identity.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number that people use; null where there is none.</summary>
    public int? Number { get; init; }

    /// <summary>
    /// The title, with <see cref="DrillMark"/> before that of a drill; the code word in place of one that the port may not see.
    /// </summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>The name of the level; null until somebody sets one.</summary>
    public string? LevelName { get; init; }

    /// <summary>Whether it is a drill (P63).</summary>
    public bool IsDrill { get; init; }

    /// <summary>Whether only those who handle it may read its texts (P62).</summary>
    public bool IsRestricted { get; init; }

    /// <summary>
    /// The subject of <paramref name="incident"/>, with the texts that this one holds: give <see cref="Incident.ForOutsiders()"/>
    /// where a port may not see them.
    /// </summary>
    public static PortSubject Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new()
        {
            Incident = incident.Id, Number = incident.Number,
            Title = incident.IsDrill ? DrillMark + incident.Title : incident.Title, Service = incident.Service,
            LevelName = incident.LevelName, IsDrill = incident.IsDrill, IsRestricted = incident.IsRestricted,
        };
    }
}
