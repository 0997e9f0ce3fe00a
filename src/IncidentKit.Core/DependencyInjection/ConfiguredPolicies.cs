using System.Text;

namespace IncidentKit;

/// <summary>The policies of <see cref="IncidentKitOptions.PolicyDocuments"/>, and what is wrong with them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ConfiguredPolicies
{
    private readonly string _path;

    private ConfiguredPolicies(
        IReadOnlyList<string> names, IReadOnlyList<IncidentPolicy> policies, IReadOnlyList<DocumentFault> faults, string path)
    {
        Names = names;
        Policies = policies;
        Faults = faults;
        _path = path;
    }

    /// <summary>The names of all, sound or not.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that can be followed.</summary>
    public IReadOnlyList<IncidentPolicy> Policies { get; }

    /// <summary>Everything that is wrong with the others.</summary>
    public IReadOnlyList<DocumentFault> Faults { get; }

    /// <summary>The key of what a fault of a sound policy means.</summary>
    public string PlaceOf(IncidentPolicy policy, PolicyFault fault) =>
        $"{_path}:{policy.Name}:{DocumentStyle.Configuration.Place(fault.Place)}";

    public static ConfiguredPolicies Read(IncidentKitOptions options)
    {
        List<IncidentPolicy> read = [];
        List<DocumentFault> faults = [];
        foreach (var (name, text) in options.PolicyDocuments)
        {
            List<DocumentFault> own = [];
            if (Read(name, text, $"{options.PolicyDocumentsPath}:{name}", own) is { } policy && own.Count == 0)
                read.Add(policy);
            faults.AddRange(own);
        }

        return new([.. options.PolicyDocuments.Keys], read, faults, options.PolicyDocumentsPath);
    }

    private static IncidentPolicy? Read(string name, string text, string path, List<DocumentFault> faults)
    {
        try
        {
            using var document = DocumentText.Parse(Encoding.UTF8.GetBytes(text), path);
            return IncidentPolicyReader.Read(new DocumentObject(document.RootElement, path, faults, DocumentStyle.Configuration), name);
        }
        catch (DocumentException e)
        {
            faults.AddRange(e.Faults.Select(fault => new DocumentFault(path, fault.Reason)));
            return null;
        }
    }
}
