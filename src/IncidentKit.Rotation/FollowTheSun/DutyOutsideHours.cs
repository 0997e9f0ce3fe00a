namespace IncidentKit.Rotation;

/// <summary>A stretch of the period in which somebody is on duty outside the working hours of the site.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DutyOutsideHours
{
    /// <summary>The stretch, in UTC.</summary>
    public required Interval Time { get; init; }

    /// <summary>The name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>Who is on duty.</summary>
    /// <value>Null where the site has no schedule of its own: all of its people.</value>
    public Responder? Person { get; init; }

    /// <summary>The stretch in the local time of the site.</summary>
    public required LocalStretch Local { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Time}: {(Person is null ? Site : $"{Person} of {Site}")} is on duty outside working hours ({Local})";
}
