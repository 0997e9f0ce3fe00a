namespace IncidentKit;

/// <summary>The queues of deliveries in memory. The store locks around each call.</summary>
internal sealed class InMemoryDeliveries
{
    private readonly Dictionary<string, SortedSet<(DateTimeOffset At, Guid Incident)>> _due = new(StringComparer.Ordinal);
    private readonly Dictionary<(IncidentId Incident, string Port), Queue> _queues = [];
    private readonly SortedDictionary<long, (DeliverySetAside SetAside, long Order)> _aside = [];
    private long _lastOrder;
    private long _lastHold;
    private long _lastAside;

    /// <summary>How many objects are kept.</summary>
    public int Kept => _due.Values.Sum(due => due.Count) + _queues.Count + _queues.Values.Sum(queue => queue.Waiting.Count) + _aside.Count;

    public void Add(IncidentId incident, IncidentDelivery delivery)
    {
        var queue = QueueOf(incident, delivery.Port);
        if (!queue.Waiting.Values.Any(entry => entry.Delivery.Id == delivery.Id)
            && !_aside.Values.Any(aside => Is(aside.SetAside, incident, delivery.Port, delivery.Id)))
        {
            queue.Waiting.Add(++_lastOrder, new Entry(delivery, delivery.NotBefore, 0, 0));
        }

        Place(incident, delivery.Port, queue);
    }

    public IReadOnlyList<HeldDelivery> Hold(string port, DateTimeOffset now, DateTimeOffset until, int most)
    {
        List<HeldDelivery> held = [];
        foreach (var (_, id) in _due.TryGetValue(port, out var due) ? due.TakeWhile(place => place.At <= now).Take(most).ToList() : [])
        {
            var incident = new IncidentId(id);
            var queue = _queues[(incident, port)];
            if (queue.Held is { } before && queue.Waiting.TryGetValue(before.Order, out var silent))
                queue.Waiting[before.Order] = silent with { Failures = silent.Failures + 1 };
            var (order, head) = queue.Waiting.First();
            queue.Waiting[order] = head = head with { Attempts = head.Attempts + 1 };
            queue.Held = (++_lastHold, order, until);
            Place(incident, port, queue);
            held.Add(new HeldDelivery
            {
                Incident = incident,
                Delivery = head.Delivery,
                Attempt = head.Attempts,
                Failures = head.Failures,
                Hold = _lastHold,
            });
        }

        return held;
    }

    public DateTimeOffset? Next(string port) => _due.TryGetValue(port, out var due) && due.Count > 0 ? due.Min.At : null;

    public bool Complete(HeldDelivery held) => Settle(held, (queue, order, _) => queue.Waiting.Remove(order));

    public bool Postpone(HeldDelivery held, DateTimeOffset notBefore, bool isFailure) =>
        Settle(held, (queue, order, entry) => queue.Waiting[order] = entry with
        {
            NotBefore = notBefore,
            Failures = entry.Failures + (isFailure ? 1 : 0),
        });

    public bool SetAside(HeldDelivery held, DateTimeOffset at, string reason) => Settle(held, (queue, order, entry) =>
    {
        queue.Waiting.Remove(order);
        var aside = new DeliverySetAside
        {
            Incident = held.Incident,
            Delivery = entry.Delivery,
            Attempts = entry.Attempts,
            Reason = reason,
            At = at,
        };
        _aside.Add(++_lastAside, (aside, order));
    });

    public IReadOnlyList<DeliverySetAside> ListSetAside() => [.. _aside.Values.Select(aside => aside.SetAside)];

    public bool Retry(IncidentId incident, string port, string id, DateTimeOffset notBefore)
    {
        var (place, (aside, order)) = _aside.FirstOrDefault(a => Is(a.Value.SetAside, incident, port, id));
        if (!_aside.Remove(place))
            return false;
        var queue = QueueOf(incident, port);
        queue.Waiting.Add(order, new Entry(aside.Delivery, notBefore, 0, 0));
        Place(incident, port, queue);
        return true;
    }

    public IReadOnlyList<DeliveryBacklog> Backlog()
    {
        var waiting = _queues.ToLookup(queue => queue.Key.Port, queue => queue.Value.Waiting.Values, StringComparer.Ordinal);
        var aside = _aside.Values.ToLookup(a => a.SetAside.Delivery.Port, StringComparer.Ordinal);
        return
        [
            .. from port in waiting.Select(w => w.Key).Union(aside.Select(a => a.Key)).Order(StringComparer.Ordinal)
               select new DeliveryBacklog
               {
                   Port = port, Outstanding = waiting[port].Sum(queue => queue.Count), SetAside = aside[port].Count(),
                   Since = waiting[port].SelectMany(queue => queue).Min(entry => (DateTimeOffset?)entry.Delivery.NotBefore),
               },
        ];
    }

    private static bool Is(DeliverySetAside aside, IncidentId incident, string port, string id) =>
        aside.Incident == incident && aside.Delivery.Port == port && aside.Delivery.Id == id;

    private bool Settle(HeldDelivery held, Action<Queue, long, Entry> change)
    {
        if (!_queues.TryGetValue((held.Incident, held.Delivery.Port), out var queue) || queue.Held is not { } now || now.Hold != held.Hold)
            return false;
        change(queue, now.Order, queue.Waiting[now.Order]);
        queue.Held = null;
        Place(held.Incident, held.Delivery.Port, queue);
        return true;
    }

    private Queue QueueOf(IncidentId incident, string port)
    {
        if (!_queues.TryGetValue((incident, port), out var queue))
            _queues.Add((incident, port), queue = new Queue());
        return queue;
    }

    // Where a queue stands among those of its port; one that is empty is forgotten.
    private void Place(IncidentId incident, string port, Queue queue)
    {
        if (!_due.TryGetValue(port, out var due))
            _due.Add(port, due = []);
        if (queue.Place is { } before)
            due.Remove((before, incident.Value));
        queue.Place = queue.Waiting.Count == 0 ? null : queue.Held?.Until ?? queue.Waiting.First().Value.NotBefore;
        if (queue.Place is { } place)
            due.Add((place, incident.Value));
        else
            _queues.Remove((incident, port));
    }

    private sealed class Queue
    {
        public SortedDictionary<long, Entry> Waiting { get; } = [];

        public (long Hold, long Order, DateTimeOffset Until)? Held { get; set; }

        public DateTimeOffset? Place { get; set; }
    }

    private sealed record Entry(IncidentDelivery Delivery, DateTimeOffset NotBefore, int Attempts, int Failures);
}
