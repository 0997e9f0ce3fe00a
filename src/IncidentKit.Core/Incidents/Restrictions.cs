namespace IncidentKit;

/// <summary>Makes the events that restrict an incident.</summary>
internal static class Restrictions
{
    /// <summary>A restriction with a code word that gives nothing away.</summary>
    /// <param name="recorder">The recorder of the command.</param>
    /// <param name="reason">Why; null if nobody says.</param>
    /// <param name="avoid">Further texts that the code word must not give away, such as those of the command itself.</param>
    public static IncidentRestricted New(EventRecorder recorder, string? reason, params string?[] avoid)
    {
        var incident = recorder.Incident;
        return new IncidentRestricted
        {
            CodeWord = incident.CodeWord
                ?? CodeWord.For(incident.Id.Value, [incident.Title, incident.Service, incident.Feature, incident.Symptom, .. avoid]),
            Reason = reason,
        };
    }
}
