using System.Security.Cryptography;
using System.Text.Json;

namespace IncidentKit;

/// <summary>The stamp by which a repeated command is known again.</summary>
internal static class CommandDigest
{
    public static CommandStamp? StampOf(IncidentCommand command) =>
        command.IdempotencyKey is { } key ? new CommandStamp { Key = key, Digest = Of(command) } : null;

    private static string Of(IncidentCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, IncidentJsonContext.Default.IncidentCommand)));
}
