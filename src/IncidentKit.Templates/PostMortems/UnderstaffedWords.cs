namespace IncidentKit.Templates;

internal static class UnderstaffedWords
{
    /// <summary>Null if it did not last a minute, or the times of the roles are unknown.</summary>
    public static ProposedPoint? Of(Incident incident, IncidentPolicy policy, DateTimeOffset instant)
    {
        var understaffed = new UnderstaffedIntervals(incident.Facts, policy, instant);
        if (understaffed.Total is not { } total || total < TimeSpan.FromMinutes(1))
            return null;
        var who = understaffed.FewestPeople == 1 ? "one person held three roles" : "two people held the three roles";
        return new(ObligationWords.Staffing, $"{who} for {TimeWords.Duration(total)}");
    }
}
