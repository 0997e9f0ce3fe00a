using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace IncidentKit.Conventions.Tests;

/// <summary>The pages of commands and events: every kind with its fields, in the words of its documentation.</summary>
internal static class VocabularyPages
{
    private static readonly Dictionary<string, XElement> Docs =
        XDocument.Load(Path.ChangeExtension(typeof(Incident).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary") ?? new XElement("summary"), StringComparer.Ordinal);

    public static string Commands()
    {
        var page = new StringBuilder("# Commands\n\nThis page is made from the code; a test compares the two. Needed fields are bold. "
            + "Every command says who gives it (**`By`**), and may say when it happened (`When`; "
            + "now where nothing is said) and carry an `IdempotencyKey`.\n");
        var kinds = KindsOf<IncidentCommand>();
        Append(
            page,
            "Reports",
            "Reports say what happened. While an incident is open the default policy refuses none that is well formed.",
            kinds.Where(k => k.IsSubclassOf(typeof(ReportCommand))));
        Append(
            page,
            "Gates",
            "Gates end or give up something, and may be refused with the way forward.",
            kinds.Where(k => k.IsSubclassOf(typeof(GateCommand))));
        return page.ToString();
    }

    public static string Events()
    {
        var page = new StringBuilder(
            "# Events\n\nThis page is made from the code; a test compares the two. Fields that are always there are bold. "
            + "Every event says which incident it belongs to, its sequence number, who said so, when it happened and when it was recorded; "
            + "whether it was implied, and the phase that it moved to.\n");
        Append(page, "Kinds", "In JSON the kind stands in `\"type\"`.", KindsOf<IncidentEvent>());
        return page.ToString();
    }

    private static IReadOnlyList<Type> KindsOf<T>() =>
        [.. typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType)];

    private static void Append(StringBuilder page, string heading, string about, IEnumerable<Type> kinds)
    {
        page.Append($"\n## {heading}\n\n{about}\n\n| kind | what it says | fields |\n|---|---|---|\n");
        foreach (var kind in kinds)
        {
            var fields = kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(
                    p => p.SetMethod is not null && p.DeclaringType != typeof(IncidentEvent) && p.DeclaringType != typeof(IncidentCommand))
                .Select(p => $"{(p.IsDefined(typeof(RequiredMemberAttribute)) ? $"**`{p.Name}`**" : $"`{p.Name}`")} "
                    + $"{Words($"P:{p.DeclaringType!.FullName}.{p.Name}")}");
            page.Append($"| `{kind.Name}` | {Words($"T:{kind.FullName}")} | {string.Join("<br>", fields)} |\n");
        }
    }

    /// <summary>The summary of the property of a type that a key of a document is named after; null if there is none.</summary>
    public static string? SummaryOf(Type type, string key)
    {
        var name = $"P:{type.FullName}.{char.ToUpperInvariant(key[0])}{key[1..]}";
        return Docs.ContainsKey(name) ? Words(name).Replace("`", "", StringComparison.Ordinal) : null;
    }

    private static string Words(string member)
    {
        var text = string.Concat(Docs[member].Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see =>
                "`"
                + (see.Attribute("cref")?.Value.Split(':')[^1].Replace("IncidentKit.", "", StringComparison.Ordinal)
                        .Replace("Commands.", "", StringComparison.Ordinal)
                        .Replace("Events.", "", StringComparison.Ordinal)
                    ?? see.Attribute("langword")?.Value)
                + "`",
            XElement code => $"`{code.Value}`",
            _ => node.ToString(),
        }));
        // Where a summary is on several lines, it is one text all the same.
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("|", "\\|", StringComparison.Ordinal);
    }
}
