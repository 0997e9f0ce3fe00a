using System.Collections.Frozen;

namespace IncidentKit;

/// <summary>The policies that a host knows, by name and version, and which of them new incidents follow.</summary>
/// <remarks>
/// Names are compared ordinally. Keep old versions, so that old incidents keep the obligations they were declared with.
/// Immutable and thread-safe.
/// </remarks>
public sealed class IncidentPolicies
{
    private readonly FrozenDictionary<string, IncidentPolicy[]> _newestFirst;

    /// <summary>A catalogue of several policies.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="defaultPolicy">The name of the one that new incidents follow, in its newest version.</param>
    /// <exception cref="IncidentPolicyException">A policy has faults; all of them are named.</exception>
    /// <exception cref="ArgumentException">Two policies have the same name and version.</exception>
    /// <exception cref="IncidentPolicyNotFoundException">No policy is named <paramref name="defaultPolicy"/>.</exception>
    public IncidentPolicies(IEnumerable<IncidentPolicy> policies, string defaultPolicy)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(defaultPolicy);
        var all = policies.Distinct().ToList();
        foreach (var policy in all)
            policy.ThrowIfUnsound();
        if (all.GroupBy(p => (p.Name, p.Version)).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
        {
            throw new ArgumentException(
                $"Two incident policies are named \"{twice.Name}\" and have version {twice.Version}. "
                    + "Give the changed one a higher version.",
                nameof(policies));
        }

        _newestFirst = all.GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Version).ToArray(), StringComparer.Ordinal);
        Default = Find(defaultPolicy);
    }

    /// <summary>A catalogue of one policy.</summary>
    public IncidentPolicies(IncidentPolicy policy)
        : this([policy ?? throw new ArgumentNullException(nameof(policy))], policy.Name)
    {
    }

    /// <summary>The policy that new incidents follow where nothing else is said.</summary>
    public IncidentPolicy Default { get; }

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _newestFirst.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The newest version of a policy.</summary>
    /// <exception cref="IncidentPolicyNotFoundException">No policy has the name.</exception>
    public IncidentPolicy Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _newestFirst.TryGetValue(name, out var versions) ? versions[0] : throw new IncidentPolicyNotFoundException(name, Names);
    }

    /// <summary>One version of a policy; the newest where the host has that version no more.</summary>
    /// <exception cref="IncidentPolicyNotFoundException">No policy has the name.</exception>
    public IncidentPolicy Find(string name, int version)
    {
        var newest = Find(name);
        return Array.Find(_newestFirst[name], policy => policy.Version == version) ?? newest;
    }

    /// <summary>The policy that an incident follows, in the version that it was declared under where the host still has it.</summary>
    /// <exception cref="IncidentPolicyNotFoundException">No policy has the name that the incident recorded.</exception>
    public IncidentPolicy Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return Find(incident.Policy, incident.PolicyVersion);
    }

    /// <summary>What a host added, and the library's own policies where the host put none in their place.</summary>
    internal static IReadOnlyList<IncidentPolicy> WithBuiltIn(IEnumerable<IncidentPolicy> added)
    {
        var all = added.ToList();
        all.AddRange(new[] { IncidentPolicy.Default, IncidentPolicy.Strict }
            .Where(own => !all.Exists(p => p.Name == own.Name && p.Version == own.Version)));
        return all;
    }
}
