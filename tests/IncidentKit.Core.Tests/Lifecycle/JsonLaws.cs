using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>JSON there and back is identity, with each optional key left out too.</summary>
[Process("P24")]
[Laws(150, Arbitrary = [typeof(Steps)], EndSize = 120)]
public sealed class JsonLaws
{
    public static TheoryData<string> Commands => [.. Samples.KindsOf<IncidentCommand>().Select(kind => kind.Name)];

    public static TheoryData<string> Events => [.. Samples.KindsOf<IncidentEvent>().Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_ThereAndBack_IsTheSame(string name) => AssertKind<IncidentCommand>(name);

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_ThereAndBack_IsTheSame(string name) => AssertKind<IncidentEvent>(name);

    [Property]
    public void History_ThereAndBack_ReplaysToTheSameIncident(bool retrospective, Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps, (_, command, decision, _) =>
        {
            if (decision.IsAccepted)
                Assert.Equal(command, Read<IncidentCommand>(Write(command)));
        }, retrospective);

        var events = JsonSerializer.Deserialize(
            JsonSerializer.Serialize([.. incident.History], IncidentJsonContext.Default.IncidentEventArray),
            IncidentJsonContext.Default.IncidentEventArray)!;

        Assert.Equal(incident.History, events);
        Assert.Equal(Dump.Of(incident), Dump.Of(Incident.Replay(events)));
    }

    [Fact]
    public void Actor_WithoutADisplayName_IsShownByItsId()
    {
        var read = Read<IncidentCommand>("""{"type":"Acknowledge","by":{"kind":"person","id":"alice"}}""");

        Assert.Equal((new Responder("alice"), "alice"), ((Responder)read.By, read.By.Name));
        Assert.True(read.When.IsNow);
    }

    [Fact]
    public void Command_OfAnUnknownKind_IsRefused() =>
        Assert.Throws<JsonException>(() => Read<IncidentCommand>("""{"type":"Celebrate","by":{"kind":"system","name":"bot"}}"""));

    private static void AssertKind<T>(string name)
    {
        var kind = Samples.KindsOf<T>().Single(k => k.Name == name);
        var full = Samples.Full<T>(kind);
        var json = Write(full);
        Assert.Equal(full, Read<T>(json));
        Assert.Equal(json, Write(Read<T>(json)));

        foreach (var property in Samples.Keys(kind))
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var without = JsonNode.Parse(json)!.AsObject();
            Assert.True(without.Remove(key), $"{key} is not written");
            if (Samples.IsRequired(property))
            {
                Assert.Throws<JsonException>(() => Read<T>(without.ToJsonString()));
                continue;
            }

            var read = Read<T>(without.ToJsonString());
            Assert.Equal(read, Read<T>(Write(read)));
            Assert.Equal(
                property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null,
                property.GetValue(read));
            property.SetValue(read, property.GetValue(full));
            Assert.Equal(full, read);
        }
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), IncidentJsonContext.Default);

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), IncidentJsonContext.Default)!;
}
