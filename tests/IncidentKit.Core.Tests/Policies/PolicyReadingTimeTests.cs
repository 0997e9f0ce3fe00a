using System.Diagnostics;
using System.Text;

namespace IncidentKit.Tests.Policies;

/// <summary>Reading a document of 300 KB of faults takes a time in proportion to its size, and reports every fault.</summary>
[Process("P01")]
public sealed class PolicyReadingTimeTests
{
    private const int Size = 300_000;

    // Less than a second on a quiet machine; where it was quadratic, it took minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, (string Start, Func<int, string> Item, string End)> Shapes = new()
    {
        ["levels without fields"] = ("{\"name\":\"p\",\"levels\":[", _ => "{}", "]}"),
        ["levels that are numbers"] = ("{\"name\":\"p\",\"levels\":[", _ => "1", "]}"),
        ["levels of one name"] = ("{\"name\":\"p\",\"levels\":[", _ => "{\"name\":\"A\",\"response\":{\"within\":\"00:05:00\"}}", "]}"),
        ["levels with unknown keys"] = ("{\"name\":\"p\",\"levels\":[", _ => "{\"naem\":1}", "]}"),
        ["unknown keys"] = ("{\"name\":\"p\",", i => $"\"levles{i}\":1", "}"),
        ["duplicate keys"] = ("{\"name\":\"p\",", _ => "\"levels\":1", "}"),
        ["one long key"] = ("{\"name\":\"p\",\"", _ => "k", "\":1}"),
        ["unknown rules"] = ("{\"name\":\"p\",\"rules\":{", i => $"\"ACME-{i}\":\"warn\"", "}}"),
        ["rules that are no words"] = ("{\"name\":\"p\",\"rules\":{", i => $"\"ACME-{i}\":[]", "}}"),
        ["holidays that are no dates"] = ("{\"name\":\"p\",\"calendar\":{\"holidays\":[", _ => "\"x\"", "]}}"),
        ["days that do not exist"] = ("{\"name\":\"p\",\"calendar\":{\"hours\":{", i => $"\"day{i}\":{{}}", "}}}"),
        ["rows without fields"] = ("{\"name\":\"p\",\"classifier\":[", _ => "{}", "]}"),
        ["sound rows"] =
            ("{\"name\":\"p\",\"classifier\":[", i => $"{{\"name\":\"r{i}\",\"level\":1,\"reason\":\"r\",\"state\":\"ongoing\"}}", "]}"),
        ["steps without fields"] = ("{\"name\":\"p\",\"escalation\":{\"steps\":[", _ => "{}", "]}}"),
        ["targets of one name"] = ("{\"name\":\"p\",\"escalation\":{\"steps\":[{\"targets\":[", _ => "\"a\"", "]}]}}"),
        ["nesting"] = ("{\"name\":\"p\",\"levels\":", _ => "[", ""),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_DocumentOfFaults_IsLinear(string name)
    {
        var (json, items) = Document(name);
        var (watch, elapsed) = (new Stopwatch(), TimeSpan.MaxValue);
        DocumentException found = null!;
        // Another process may take the machine for a while.
        for (var attempt = 0; attempt < 3 && elapsed > Limit; attempt++)
        {
            watch.Restart();
            found = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(json, "policy.json"));
            elapsed = watch.Elapsed;
        }

        Assert.True(elapsed < Limit, $"{elapsed.TotalMilliseconds:0} ms for {found.Faults.Count} faults");
        Assert.True(found.Message.Length < 20_000, $"{found.Message.Length} characters are printed");
        Assert.Equal(found.Faults.Count, found.Faults.Select(fault => (fault.Place, fault.Reason)).Distinct().Count() switch
        {
            // Values of one list are at one place.
            1 when name == "holidays that are no dates" => items,
            var distinct => distinct,
        });
    }

    [Fact]
    public void Read_UnknownKey_SaysWhichWasMeant()
    {
        var found = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(
            """{ "name": "p", "levles": [], "CALENDAR": {}, "colour": 1 }"""u8.ToArray(), "policy.json"));

        Assert.Equal(
            [
                "$.levles: there is no such key: did you mean levels?",
                "$.CALENDAR: there is no such key: did you mean calendar?",
                "$.colour: there is no such key",
            ],
            found.Faults.Select(fault => $"{fault.Place}: {fault.Reason}"));
    }

    [Fact]
    public void Read_TheSchemaKey_IsAllowed() => Assert.Equal("p", IncidentPolicyReader.Read(
        """{ "$schema": "https://example.com/policy.schema.json", "name": "p" }"""u8.ToArray(), "policy.json").Name);

    private static (byte[] Json, int Items) Document(string name)
    {
        var (start, item, end) = Shapes[name];
        var separator = item(0) is "k" or "[" ? "" : ",";
        var json = new StringBuilder(start);
        var items = 0;
        while (json.Length < Size)
            json.Append(items == 0 ? "" : separator).Append(item(items++));
        return (Encoding.UTF8.GetBytes(json.Append(end).ToString()), items);
    }
}
