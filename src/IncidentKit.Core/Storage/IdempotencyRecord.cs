namespace IncidentKit;

/// <summary>What was recorded for a command with an idempotency key: by it a repeated command gets its first answer.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Incident">The incident.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Fingerprint">A digest of the command as it was sent: another one means that the key was used for two commands.</param>
/// <param name="First">The sequence number of the first event.</param>
/// <param name="Last">The sequence number of the last event; below <paramref name="First"/> if nothing was recorded.</param>
public sealed record IdempotencyRecord(IncidentId Incident, string Key, string Fingerprint, long First, long Last);
