namespace IncidentKit;

/// <summary>An idempotency key came again with another command. Nothing was changed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IdempotencyKeyReusedException : InvalidOperationException
{
    /// <summary>Creates the error of a key that was used before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="id">The incident whose history holds the key.</param>
    public IdempotencyKeyReusedException(string key, IncidentId id)
        : base($"The idempotency key \"{key}\" belongs to another command of incident {id}. "
            + "Send the same command again, or take a new key.") =>
        (Key, Id) = (key, id);

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The incident whose history holds the key.</summary>
    public IncidentId Id { get; }
}
