namespace IncidentKit.Templates;

/// <summary>The default policy stands in for one that the host has forgotten: no message fails for that.</summary>
internal static class PoliciesOfIncidents
{
    public static IncidentPolicy OfOrDefault(this IncidentPolicies policies, Incident incident) =>
        policies.Names.Contains(incident.Policy) ? policies.Of(incident) : policies.Default;
}
