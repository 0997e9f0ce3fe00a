namespace IncidentKit;

/// <summary>Something that has a time.</summary>
internal interface ITimed
{
    DateTimeOffset At { get; }
}
