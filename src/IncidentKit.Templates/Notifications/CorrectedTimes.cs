namespace IncidentKit.Templates;

/// <summary>When a fact happened, as last corrected.</summary>
internal static class CorrectedTimes
{
    public static When TimeOf(this Incident incident, IncidentEvent happened) =>
        incident.History.OfType<TimeCorrected>().LastOrDefault(correction => correction.Of == happened.Sequence)?.To ?? happened.When;
}
