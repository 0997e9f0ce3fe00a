using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IncidentKit.Hosting;

/// <summary>Says whether the monitor keeps up and deliveries arrive. It names ports and counts, and nothing of an incident.</summary>
internal sealed class IncidentKitHealthCheck(
    IIncidentStore store, IncidentConnections connections, TimeProvider clock, DeliveryOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        List<string> troubles = [];
        Dictionary<string, object> data = [];
        var now = clock.GetUtcNow();
        // What was due a minute ago has been checked by now where a monitor runs.
        if (await FirstDueAsync(now - TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false) is { } due)
        {
            data["monitor.behind"] = (now - due).TotalSeconds;
            troubles.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"obligations or pages are due since {due:u} and nobody looked: "
                        + $"check that the obligation monitor and the paging monitor are running"));
        }

        foreach (var backlog in store.Outbox is { } outbox
            ? await outbox.ReadDeliveryBacklogAsync(cancellationToken).ConfigureAwait(false)
            : [])
        {
            data[$"{backlog.Port}.outstanding"] = backlog.Outstanding;
            data[$"{backlog.Port}.set_aside"] = backlog.SetAside;
            if (backlog.SetAside > 0)
            {
                troubles.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{backlog.SetAside} {(backlog.SetAside == 1 ? "delivery" : "deliveries")} to {backlog.Port} set aside: "
                            + $"list them, and retry them by hand"));
            }

            if (backlog.Since is { } since && now - since > options.LateAfter)
            {
                var foreign = connections.All.Any(c => c.Name == backlog.Port) ? "" : "; no connection of this host has that name";
                troubles.Add(string.Create(CultureInfo.InvariantCulture, $"{backlog.Port} is behind since {since:u}{foreign}"));
            }
        }

        return troubles.Count == 0 ? HealthCheckResult.Healthy("Obligations are checked and deliveries arrive.", data)
            : new HealthCheckResult(context.Registration.FailureStatus, $"{string.Join("; ", troubles)}.", null, data);
    }

    private async Task<DateTimeOffset?> FirstDueAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await foreach (var (_, dueAt) in store.ListDueAsync(before, cancellationToken).ConfigureAwait(false))
            return dueAt == before ? null : dueAt;
        return null;
    }
}
