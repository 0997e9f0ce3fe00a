using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace IncidentKit;

/// <summary>The policies of a configuration section, each under its name: <c>IncidentKit:Policies:payments</c>.</summary>
/// <remarks>They have the same keys as a policy in JSON; an absent key means the default. Read once; thread-safe.</remarks>
internal sealed class ConfiguredPolicies
{
    public static ConfiguredPolicies None { get; } = new([], [], [], "");

    private ConfiguredPolicies(
        IReadOnlyList<string> names, IReadOnlyList<IncidentPolicy> policies, IReadOnlyList<DocumentFault> faults, string path) =>
        (Names, Policies, Faults, Path) = (names, policies, faults, path);

    /// <summary>The names of all, sound or not.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that can be followed.</summary>
    public IReadOnlyList<IncidentPolicy> Policies { get; }

    /// <summary>Everything that is wrong with the others.</summary>
    public IReadOnlyList<DocumentFault> Faults { get; }

    private string Path { get; }

    /// <summary>The key of what a fault of a sound policy means.</summary>
    public string PlaceOf(IncidentPolicy policy, PolicyFault fault) =>
        $"{Path}:{policy.Name}:{DocumentStyle.Configuration.Place(fault.Place)}";

    public static ConfiguredPolicies Read(IConfigurationSection policies)
    {
        List<IncidentPolicy> read = [];
        List<DocumentFault> faults = [];
        foreach (var policy in policies.GetChildren())
        {
            using var document = JsonDocument.Parse(Json(policy));
            List<DocumentFault> own = [];
            var made = IncidentPolicyReader.Read(
                new DocumentObject(document.RootElement, policy.Path, own, DocumentStyle.Configuration),
                policy.Key);
            if (own.Count == 0)
                read.Add(made);
            faults.AddRange(own);
        }

        return new([.. policies.GetChildren().Select(policy => policy.Key)], read, faults, policies.Path);
    }

    // Configuration is a tree of texts: children that count from 0 are a list.
    private static ReadOnlyMemory<byte> Json(IConfigurationSection section)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, section);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            json.WriteStringValue(section.Value);
            return;
        }

        var isList = children.Select((child, i) => child.Key == i.ToString(CultureInfo.InvariantCulture)).All(counts => counts);
        if (isList)
            json.WriteStartArray();
        else
            json.WriteStartObject();
        foreach (var child in children)
        {
            if (!isList)
                json.WritePropertyName(child.Key);
            Write(json, child);
        }

        if (isList)
            json.WriteEndArray();
        else
            json.WriteEndObject();
    }
}
