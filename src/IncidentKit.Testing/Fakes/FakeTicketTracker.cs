using System.Globalization;

namespace IncidentKit.Testing;

/// <summary>A ticket tracker that keeps what it was sent, each delivery once.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="name">The name of the connection.</param>
/// <param name="keepsRestrictions">Whether it may see restricted incidents.</param>
public sealed class FakeTicketTracker(string name = "tickets", bool keepsRestrictions = false) : ITicketTracker
{
    private readonly Recorded<TicketRequest> _filed = new();
    private int _last;

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public bool KeepsRestrictions => keepsRestrictions;

    /// <summary>How it answers.</summary>
    public PortScript Script { get; } = new();

    /// <summary>The tickets, in order.</summary>
    public IReadOnlyList<TicketRequest> Filed => _filed.Items;

    /// <inheritdoc />
    public ValueTask<DeliveryResult> FileAsync(TicketRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ticket = string.Create(CultureInfo.InvariantCulture, $"T-{Interlocked.Increment(ref _last)}");
        return _filed.TakeAsync(
            Script, request.DeliveryId, request, DeliveryResult.Delivered(ticket, $"https://tickets.example/{ticket}"), cancellationToken);
    }
}
