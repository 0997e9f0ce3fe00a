using System.Text;

namespace IncidentKit;

/// <summary>The policies of <see cref="IncidentKitOptions.PolicyDocuments"/>, and what is wrong with them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ConfiguredPolicies
{
    private readonly IReadOnlyDictionary<string, string> _paths;

    private ConfiguredPolicies(
        IReadOnlyList<string> names,
        IReadOnlyList<IncidentPolicy> policies,
        IReadOnlyList<DocumentFault> faults,
        IReadOnlyDictionary<string, string> paths)
    {
        Names = names;
        Policies = policies;
        Faults = faults;
        _paths = paths;
    }

    /// <summary>The names of all, sound or not.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that can be followed.</summary>
    public IReadOnlyList<IncidentPolicy> Policies { get; }

    /// <summary>Everything that is wrong with the others.</summary>
    public IReadOnlyList<DocumentFault> Faults { get; }

    /// <summary>The key of what a fault of a sound policy means.</summary>
    public string PlaceOf(IncidentPolicy policy, PolicyFault fault) =>
        $"{_paths[policy.Name]}:{DocumentStyle.Configuration.Place(fault.Place)}";

    public static ConfiguredPolicies Read(IncidentKitOptions options)
    {
        List<IncidentPolicy> read = [];
        List<DocumentFault> faults = [];
        foreach (var (name, document) in options.PolicyDocuments)
        {
            List<DocumentFault> own = [];
            if (Read(name, document, own) is { } policy && own.Count == 0)
                read.Add(policy);
            faults.AddRange(own);
        }

        var paths = options.PolicyDocuments.ToDictionary(document => document.Key, document => document.Value.Path, StringComparer.Ordinal);
        return new([.. options.PolicyDocuments.Keys], read, faults, paths);
    }

    private static IncidentPolicy? Read(string name, PolicyDocument policy, List<DocumentFault> faults)
    {
        try
        {
            using var document = DocumentText.Parse(Encoding.UTF8.GetBytes(policy.Json), policy.Path);
            return IncidentPolicyReader.Read(
                new DocumentObject(document.RootElement, policy.Path, faults, DocumentStyle.Configuration),
                name);
        }
        catch (DocumentException e)
        {
            faults.AddRange(e.Faults.Select(fault => new DocumentFault(policy.Path, fault.Reason.TrimEnd('.'))));
            return null;
        }
    }
}
