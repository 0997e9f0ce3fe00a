namespace IncidentKit;

/// <summary>A tool that the process meets (P60). What is sent to it comes at least once, and per incident in order.</summary>
/// <remarks>
/// Every request carries a delivery id that stays the same however often it is sent: the service, or the adapter, does nothing for one
/// that it has seen. A call that does not end in time is given up, and may still come through. Implementations are thread-safe: requests of
/// different incidents come at the same time.
/// </remarks>
public interface IIncidentPort
{
    /// <summary>
    /// The name of the connection, such as <c>chat</c> or <c>chat:eu-shop</c>: unlike that of any other, at most 100 characters,
    /// and the same after a restart.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// Whether only those who handle a restricted incident can read what is sent (P62). Where it cannot promise that, it is
    /// given what outsiders may see.
    /// </summary>
    bool KeepsRestrictions { get; }
}
