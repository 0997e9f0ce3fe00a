namespace IncidentKit;

/// <summary>The pages of one person in one on-call week (P35).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PageLoad
{
    /// <summary>The person.</summary>
    public required Responder Person { get; init; }

    /// <summary>The local day on which the week began.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The urgent pages: all repeats and channels of one incident, or of one firing, are one.</summary>
    public required int Pages { get; init; }

    /// <summary>How many of them came at night.</summary>
    public required int NightPages { get; init; }

    /// <summary>The pages of low urgency alone, which do not count towards the limit.</summary>
    public required int LowUrgency { get; init; }

    /// <summary>Whether it is too many.</summary>
    public required bool IsOver { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        Invariant($"{Person.Id}, week of {Week:yyyy-MM-dd}: {Pages}{(LowUrgency > 0 ? $" and {LowUrgency} of low urgency" : "")}");
}
