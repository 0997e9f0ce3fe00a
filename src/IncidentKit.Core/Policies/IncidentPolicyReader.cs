namespace IncidentKit;

/// <summary>Reads policies from JSON documents as <see cref="IncidentPolicyJson"/> writes them. An absent key means the default.</summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentPolicyReader
{
    private static readonly IncidentPolicy Blank = new() { Name = "" };

    /// <summary>Reads a policy.</summary>
    /// <remarks>The key <c>$schema</c> is allowed, and ignored.</remarks>
    /// <param name="utf8">The text of the document.</param>
    /// <param name="source">What the document is called in messages, such as its file.</param>
    /// <exception cref="DocumentException">The text is no JSON or holds faults; all of them are named.</exception>
    public static IncidentPolicy Read(ReadOnlyMemory<byte> utf8, string source) =>
        DocumentObject.Read(utf8, source, file => Read(file, f => PolicyFields.Policy(f, Blank)));

    /// <summary>Reads the policy <paramref name="name"/> of the configuration; the faults are noted on <paramref name="file"/>.</summary>
    internal static IncidentPolicy Read(DocumentObject file, string name) =>
        Read(file, f => PolicyFields.Policy(f, Blank, name));

    private static IncidentPolicy Read(DocumentObject file, Func<DocumentFields, IncidentPolicy> fields)
    {
        var policy = DocumentFieldReader.Read(file, fields, "$schema", "name");
        file.FaultsUnlessRead(policy.Unsound.Select(fault => (fault.Place, fault.Reason)));
        return policy;
    }
}
