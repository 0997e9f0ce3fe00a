using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentKit.Tests.Incidents;

/// <summary>What the JSON of commands and events refuses, and that it does not matter how the bytes arrive.</summary>
[Process("P24")]
public sealed class IncidentJsonTests
{
    private const string Note = """{"type":"AddNote","by":{"kind":"system","name":"bot"},"text":"seen"}""";

    public static TheoryData<string> Commands => Lifecycle.JsonLaws.Commands;

    public static TheoryData<string> Events => Lifecycle.JsonLaws.Events;

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Event_ThatArrivesByteByByte_IsTheSame(string name)
    {
        var sample = Samples.Full<IncidentEvent>(Samples.KindsOf<IncidentEvent>().Single(kind => kind.Name == name));
        using var slow = new SlowStream(JsonSerializer.SerializeToUtf8Bytes(sample, IncidentJsonContext.Default.IncidentEvent));

        Assert.Equal(
            sample,
            await JsonSerializer.DeserializeAsync(slow, IncidentJsonContext.Default.IncidentEvent, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("2025-11-18T14:25:00Z")]
    [InlineData("2025-11-18T15:25:00+01:00")]
    [InlineData("unknown")]
    public void Time_ThatStraddlesTwoBuffers_IsRead(string time)
    {
        var json = Encoding.UTF8.GetBytes(Note.Replace("\"text\"", $"\"when\":\"{time}\",\"text\"", StringComparison.Ordinal));
        var whole = JsonSerializer.Deserialize(json, IncidentJsonContext.Default.IncidentCommand)!;
        for (var cut = 1; cut < json.Length; cut++)
        {
            var reader = new Utf8JsonReader(Segment.Of(json, cut));
            Assert.Equal(whole, JsonSerializer.Deserialize(ref reader, IncidentJsonContext.Default.IncidentCommand));
        }
    }

    [Theory]
    [InlineData("PostUpdate", "nextUpdateAt")]
    [InlineData("FixPostMortem", "scheduledFor")]
    public void Command_TimeWithoutAnOffset_IsRefused(string kind, string key) =>
        AssertRefused<IncidentCommand>(kind, json => json[key] = "2025-11-18T14:25:00", $"$.{key}");

    [Theory]
    [InlineData("PostUpdate", "audience")]
    [InlineData("BeginMitigation", "kind")]
    public void Command_NumberInPlaceOfAName_IsRefused(string kind, string key) =>
        AssertRefused<IncidentCommand>(kind, json => json[key] = 1, $"$.{key}");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_UnknownKey_IsRefused(string kind) => AssertRefused<IncidentCommand>(kind, json => json["wehn"] = "now", null);

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_UnknownKey_IsRefused(string kind) => AssertRefused<IncidentEvent>(kind, json => json["colour"] = "red", null);

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_TimeOfRecordingWithoutAnOffset_IsRefused(string kind) =>
        AssertRefused<IncidentEvent>(kind, json => json["recordedAt"] = "2025-11-18T14:25:00", "$.recordedAt");

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_NumberInPlaceOfAName_IsRefused(string kind)
    {
        var names = Samples.Keys(Samples.KindsOf<IncidentEvent>().Single(k => k.Name == kind))
            .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).IsEnum);
        foreach (var key in names.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)))
        {
            AssertRefused<IncidentEvent>(kind, json => json[key] = 1, $"$.{key}");
            AssertRefused<IncidentEvent>(kind, json => json[key] = "1", $"$.{key}");
        }
    }

    [Fact]
    public void Command_KeyThatStandsTwice_IsRefused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(
            Note.Replace("\"text\"", "\"text\":\"other\",\"text\"", StringComparison.Ordinal),
            IncidentJsonContext.Default.IncidentCommand));

    private static void AssertRefused<T>(string kind, Action<JsonObject> change, string? path)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(
            Samples.Full<T>(Samples.KindsOf<T>().Single(k => k.Name == kind)),
            typeof(T),
            IncidentJsonContext.Default))!.AsObject();
        change(json);

        var error = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize(json.ToJsonString(), typeof(T), IncidentJsonContext.Default));

        Assert.True(path is null || path == error.Path, error.Path);
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..1], cancellationToken);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes, int cut)
        {
            var first = new Segment { Memory = bytes.AsMemory(0, cut) };
            var second = new Segment { Memory = bytes.AsMemory(cut), RunningIndex = cut };
            first.Next = second;
            return new(first, 0, second, bytes.Length - cut);
        }
    }
}
