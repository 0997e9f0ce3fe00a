namespace IncidentKit.Templates;

/// <summary>
/// The policy of an incident, or the default one where the host has forgotten it: a message or a draft does not fail for that.
/// </summary>
internal static class PoliciesOfIncidents
{
    public static IncidentPolicy OfOrDefault(this IncidentPolicies policies, Incident incident) =>
        policies.Names.Contains(incident.Policy) ? policies.Of(incident) : policies.Default;
}
