using System.Xml.Linq;

namespace IncidentKit.Conventions.Tests;

/// <summary>Every public type says whether it is thread-safe.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void PublicType_Each_SaysWhetherItIsThreadSafe(string package)
    {
        var assembly = Packages.Named(package);
        var docs = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => m.Value, StringComparer.Ordinal);

        // Enums are values; commands and events take after their base; extension methods belong to their builder.
        var silent = from type in assembly.GetExportedTypes()
                     where !type.IsEnum
                         && !(type.BaseType is { } parent
                             && (parent == typeof(IncidentEvent)
                                 || parent.IsSubclassOf(typeof(IncidentCommand))
                                 || parent == typeof(IncidentCommand)))
                     let name = "T:" + type.FullName!.Replace('+', '.')
                     where !docs.TryGetValue(name, out var text) || !text.Contains("thread", StringComparison.OrdinalIgnoreCase)
                     select type.Name;

        Assert.Equal("", string.Join(" ", silent));
    }
}
