namespace IncidentKit;

/// <summary>What is known of an alert at the moment at which it fires: all that a paging policy can go by.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record AlertSignal
{
    /// <summary>The name or key of the alert; every firing of one alert has the same.</summary>
    public required string Alert { get; init; }

    /// <summary>When it fired.</summary>
    public required DateTimeOffset FiredAt { get; init; }

    /// <summary>What was measured, in the alert's own unit; null where that is not known.</summary>
    public double? Value { get; init; }

    /// <summary>Custom labels, such as <c>severity:critical</c>.</summary>
    public IReadOnlyList<string>? Labels { get; init => field = EquatableStringList.From(value); }
}
