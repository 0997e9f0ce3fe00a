namespace IncidentKit;

/// <summary>Writes policies as JSON documents; <see cref="IncidentPolicyReader"/> reads them back.</summary>
/// <remarks>Thread-safe. Rules and obligations are code: the document holds what is done if a rule is broken.</remarks>
public static class IncidentPolicyJson
{
    /// <summary>The whole effective policy, defaults included.</summary>
    public static string Write(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return DocumentFieldWriter.Write(policy, PolicyFields.Policy);
    }
}
