using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IncidentKit;

/// <summary>The stamp by which a repeated command is known again.</summary>
internal static class CommandDigest
{
    // A number that JSON has no word for is no fault here: the rules refuse it.
    private static readonly IncidentJsonContext Json = new(
        new JsonSerializerOptions(IncidentJsonContext.Default.Options)
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        });

    public static CommandStamp? StampOf(IncidentCommand command) =>
        command.IdempotencyKey is { } key ? new CommandStamp { Key = key, Digest = Of(command) } : null;

    // Names that are shown are no part of who somebody is: a person who was renamed between two tries sends the same command.
    private static string Of(IncidentCommand command)
    {
        var type = (JsonTypeInfo<IncidentCommand>)Json.GetTypeInfo(typeof(IncidentCommand))!;
        var json = JsonSerializer.SerializeToNode(command, type)!.AsObject();
        foreach (var (_, value) in json)
            (value as JsonObject)?.Remove("displayName");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }
}
