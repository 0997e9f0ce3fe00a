using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace IncidentKit.Tests.Incidents;

/// <summary>Whatever a client sends, reading throws nothing but the typed exception of the document.</summary>
public sealed class ClientJsonTests
{
    private static readonly JsonSerializerOptions Web =
        new(JsonSerializerOptions.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(IncidentJson.Resolver, new DefaultJsonTypeInfoResolver()),
        };

    private static readonly string[] Odd =
    [
        "null", "1", "-1.5e400", "true", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[]]", "{\"\\udc00\":1}",
        "{\"kind\":\"person\"}", "{\"kind\":\"person\",\"id\":\" \"}", "{\"kind\":\"person\",\"id\":null}", "{\"kind\":\"system\"}",
        "{\"kind\":\"robot\",\"name\":\"r\"}", "{\"id\":\"a\"}", "\"9999-99-99T00:00:00Z\"", new string('[', 200), "\"",
    ];

    [Theory]
    [InlineData("""{ "by": { "kind": "person", "id": "alice" } }""")]
    [InlineData("""{ "type": "Acknowledge", "by": { "kind": "person" } }""")]
    [InlineData("""{ "type": "Acknowledge", "by": { "kind": "person", "id": " " } }""")]
    [InlineData("""{ "type": "Acknowledge", "by": { "kind": "system", "name": "" } }""")]
    [InlineData("""{ "type": "Acknowledge", "by": { "kind": "person", "id": "\ud800" } }""")]
    [InlineData("""{ "type": "Acknowledge", "\ud800": 1, "by": { "kind": "person", "id": "alice" } }""")]
    [InlineData("""{ "type": "Nosuch", "by": { "kind": "person", "id": "alice" } }""")]
    [InlineData("null")]
    [InlineData("")]
    public void ReadCommand_WhatIsNoCommand_IsAJsonException(string json)
    {
        Assert.Throws<JsonException>(() => IncidentJson.ReadCommand(Encoding.UTF8.GetBytes(json)));
        if (json != "null")
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IncidentCommand>(json, Web));
    }

    [Fact]
    public void Read_MalformedInputsOfEveryKind_ThrowsNothingElse()
    {
        var count = 0;
        foreach (var kind in Samples.KindsOf<IncidentCommand>())
        {
            var sample = Samples.Full<IncidentCommand>(kind);
            foreach (var json in Malformed(JsonSerializer.SerializeToNode(sample, IncidentJsonContext.Default.IncidentCommand)!))
            {
                Refuses<JsonException>(() => IncidentJson.ReadCommand(Encoding.UTF8.GetBytes(json)), json);
                count++;
            }
        }

        foreach (var kind in Samples.KindsOf<IncidentEvent>())
        {
            var sample = Samples.Full<IncidentEvent>(kind);
            foreach (var json in Malformed(JsonSerializer.SerializeToNode(sample, IncidentJsonContext.Default.IncidentEvent)!))
            {
                Refuses<JsonException>(() => IncidentJson.ReadEvent(Encoding.UTF8.GetBytes(json)), json);
                Refuses<IncidentStreamException>(() => IncidentStream.Read($"[{json}]"), json);
                count++;
            }
        }

        foreach (var json in Malformed(JsonNode.Parse(IncidentPolicyJson.Write(IncidentPolicy.Default))!))
        {
            Refuses<DocumentException>(() => IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "policy"), json);
            count++;
        }

        Assert.True(count > 10_000, $"{count} inputs");
    }

    [Fact]
    public void Deserialize_KindThatIsNotFirst_IsReadUnderTheOptionsOfAspNet()
    {
        const string json = """{ "text": "seen", "by": { "id": "alice", "kind": "person" }, "type": "AddNote" }""";

        Assert.Equal(
            new AddNote { By = new Responder("alice"), Text = "seen" }, JsonSerializer.Deserialize<IncidentCommand>(json, Web));
    }

    [Fact]
    public void Serialize_UnderTheOptionsOfAspNet_IsTheFormOfTheLibrary()
    {
        IncidentCommand command = new AddNote { By = new Responder("alice"), Text = "seen" };

        Assert.Equal(
            JsonSerializer.Serialize(command, IncidentJsonContext.Default.IncidentCommand), JsonSerializer.Serialize(command, Web));
    }

    [Theory]
    [InlineData("a\0b", "IK1003")]
    [InlineData("a\u001Bb", "IK1003")]
    [InlineData("a\nb", "IK1003")]
    [InlineData("half a character", "IK1003")]
    [InlineData(null, "IK1002")]
    public void Decide_NameOfAnActorThatNoScreenShows_IsMalformed(string? name, string rule)
    {
        // An attribute cannot hold half a character.
        name = name is null ? new string('a', 10_000_000) : name.Replace("half a character", "a\uD800b", StringComparison.Ordinal);
        var story = new Story(IncidentPolicy.Default);
        Actor[] actors = [new Responder(name), new Responder("alice", name), new SystemActor(name)];
        foreach (var by in actors)
        {
            var violation = Assert.Single(story.Try(new AddNote { By = by, Text = "seen" }).Violations);
            Assert.Equal((rule, "By", ViolationCategory.Validation), (violation.Rule, violation.Field, violation.Category));
        }

        Assert.Equal(rule, Assert.Single(story.Try(
            new AssignRole { By = Story.Alice, Role = IncidentRole.TechnicalLead, To = new Responder(name) }).Violations).Rule);
    }

    // Each value of the document replaced by each odd one, each key left out, and the text cut.
    private static IEnumerable<string> Malformed(JsonNode root)
    {
        var text = root.ToJsonString();
        for (var cut = 1; cut < text.Length; cut += Math.Max(1, text.Length / 20))
            yield return text[..cut];
        foreach (var place in Places(root).Take(60).ToList())
        {
            foreach (var odd in Odd)
                yield return text.Replace(place, $"{place.Split(':')[0]}:{odd}", StringComparison.Ordinal);
            yield return text.Replace(place, $"{place},{place}", StringComparison.Ordinal);
            yield return text.Replace($"{place},", "", StringComparison.Ordinal);
            yield return text.Replace(place.Split(':')[0], "\"\\ud800\"", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(pair =>
            Places(pair.Value).Prepend($"\"{pair.Key}\":{pair.Value?.ToJsonString() ?? "null"}")),
        JsonArray a => a.SelectMany(Places),
        _ => [],
    };

    private static void Refuses<T>(Action read, string json)
        where T : Exception
    {
        try
        {
            read();
        }
        catch (T)
        {
            // Refused, as it should be.
        }
        catch (Exception e)
        {
            Assert.Fail($"{e.GetType().Name}: {e.Message}\n{json}");
        }
    }
}
