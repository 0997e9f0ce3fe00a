using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentKit.Tests;
using Json.Schema;

namespace IncidentKit.Conventions.Tests.Schemas;

/// <summary>The schemas allow what the library writes, and refuse what it refuses.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonSchema> Schemas =
        SchemaFiles.Names.ToDictionary(name => name, name => JsonSchema.FromText(SchemaFiles.Text(name)));

    [Fact]
    public void Policy_WhatTheLibraryWrites_IsAllowed()
    {
        foreach (var policy in new[] { IncidentPolicy.Default, IncidentPolicy.Strict })
            AssertAllowed("policy", IncidentPolicyJson.Write(policy));
        AssertAllowed(
            "policy", """{ "$schema": "policy.schema.json", "name": "p", "classifier": "none", "rules": { "ACME-1": "warn" } }""");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "name": "p", "colour": 1 }""")]
    [InlineData("""{ "name": "p", "levels": [ {} ] }""")]
    [InlineData("""{ "name": "p", "levels": [ { "name": "a", "response": {} } ] }""")]
    [InlineData("""{ "name": "p", "reopenWithin": "7 days" }""")]
    [InlineData("""{ "name": "p", "rules": { "IK2003": "maybe" } }""")]
    [InlineData("""{ "name": "p", "calendar": { "hours": { "monday": { "opens": "9", "closes": "17:00" } } } }""")]
    public void Policy_WhatTheReaderRefuses_IsRefused(string json)
    {
        Assert.False(Evaluate("policy", json).IsValid);
        Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "policy.json"));
    }

    [Fact]
    public void CommandAndEvent_WhatTheLibraryWrites_IsAllowed()
    {
        foreach (var kind in Samples.KindsOf<IncidentCommand>())
        {
            var sample = Samples.Full<IncidentCommand>(kind);
            AssertAllowed("command", JsonSerializer.Serialize(sample, IncidentJsonContext.Default.IncidentCommand));
        }

        foreach (var kind in Samples.KindsOf<IncidentEvent>())
        {
            var sample = Samples.Full<IncidentEvent>(kind);
            AssertAllowed("event", JsonSerializer.Serialize(sample, IncidentJsonContext.Default.IncidentEvent));
            AssertAllowed("incident", IncidentStream.Write([sample]));
        }

        Assert.False(Evaluate("command", """{ "type": "Nosuch" }""").IsValid);
        Assert.False(Evaluate("incident", "{}").IsValid);
    }

    private static void AssertAllowed(string name, string json) => Assert.True(Evaluate(name, json).IsValid, json);

    private static EvaluationResults Evaluate(string name, string json) => Schemas[name].Evaluate(JsonNode.Parse(json));
}
