namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>A time in a recorded incident: known, unknown, or "never".</summary>
internal readonly record struct RecordedTime(DateTimeOffset? At, bool Never)
{
    public static RecordedTime Unknown => default;

    public bool IsKnown => At is not null;

    public bool IsUnknown => At is null && !Never;
}
