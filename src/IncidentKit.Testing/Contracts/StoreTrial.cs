namespace IncidentKit.Testing;

/// <summary>A store on trial under a law.</summary>
internal sealed class StoreTrial(StoreLaw law, IIncidentStore store, CancellationToken cancellationToken)
{
    public IIncidentStore Store => store;

    /// <summary>The outbox of the store.</summary>
    public IOutboxStore Outbox => store.Outbox ?? throw Broken("The store has no outbox.");

    public CancellationToken Cancel => cancellationToken;

    /// <summary>What is due first of all, and when.</summary>
    public async Task<(IncidentId Incident, DateTimeOffset DueAt)?> FirstDueAsync()
    {
        await foreach (var due in store.ListDueAsync(DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false))
            return due;
        return null;
    }

    /// <summary>An incident that is declared and not recorded yet.</summary>
    /// <param name="number">Which: it makes the id, the title and the minute of the declaration.</param>
    /// <param name="declaration">What else is declared.</param>
    public static IncidentStory Declared(int number, Func<DeclareIncident, DeclareIncident>? declaration = null)
    {
        var plain = new DeclareIncident
        {
            By = IncidentStory.Alice,
            Title = $"Checkout {number} fails",
            Service = number % 2 == 0 ? "checkout" : "search",
            Labels = [$"team:{number % 3}"],
        };
        return new IncidentStory(
            IncidentPolicy.Default, declaration?.Invoke(plain) ?? plain, IncidentStory.Start.AddMinutes(number), number);
    }

    public static IncidentCommit CommitOf(
        Incident incident,
        IReadOnlyList<IncidentEvent> events,
        IReadOnlyList<IncidentEvent>? rewritten = null) =>
        new()
        {
            Events = events, RedactedEvents = rewritten ?? [],
            NextDueAt = new ObligationLedger(IncidentPolicy.Default).NextDue(incident, incident.History[^1].RecordedAt),
            Summary = IncidentSummary.Of(incident), AlertKeys = [.. incident.Alerts.Select(alert => alert.Key)],
            Idempotency =
            [
                .. events.Where(e => e.Stamp is not null)
                    .Select(e => new IdempotencyRecord(incident.Id, e.Stamp!.Key, e.Stamp.Digest, e.Sequence, e.Sequence)),
            ],
        };

    /// <summary>Records the whole history of a story in one commit.</summary>
    public async Task<Incident> RecordAsync(IncidentStory story)
    {
        await store
            .AppendAsync(story.Incident.Id, 0, CommitOf(story.Incident, [.. story.Incident.History]), cancellationToken)
            .ConfigureAwait(false);
        return story.Incident;
    }

    /// <summary>Gives a command to a story, and records what happened.</summary>
    public async Task<Incident> RecordAsync(IncidentStory story, IncidentCommand command)
    {
        var before = story.Incident;
        var after = story.Then(command).Incident;
        IReadOnlyList<IncidentEvent> rewritten =
        [
            .. before.History.Select((e, i) => (Was: e, Is: after.History[i]))
                .Where(pair => !pair.Was.Equals(pair.Is))
                .Select(pair => pair.Is),
        ];
        await store
            .AppendAsync(after.Id, before.Version, CommitOf(after, story.Last.Events, rewritten), cancellationToken)
            .ConfigureAwait(false);
        return after;
    }

    public async Task<IReadOnlyList<IncidentEvent>> ReadAsync(IncidentId id) =>
        await store.ReadAsync(id, cancellationToken).ConfigureAwait(false) ?? throw Broken($"{id} is not found.");

    public async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            list.Add(item);
        return list;
    }

    public void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw Broken($"{what} is {Text(actual)}, and {Text(expected)} was expected.");
    }

    public void SameList<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        if (!wanted.SequenceEqual(found))
        {
            throw Broken($"{what} are [{string.Join(", ", found.Select(x => Text(x)))}], "
                + $"and [{string.Join(", ", wanted.Select(x => Text(x)))}] were expected.");
        }
    }

    public async Task<TException> ThrowsAsync<TException>(Func<Task> act, string what)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException expected)
        {
            return expected;
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            throw Broken($"{what} throws {other.GetType().Name} ({other.Message}), and {typeof(TException).Name} was expected.");
        }

        throw Broken($"{what} throws nothing, and {typeof(TException).Name} was expected.");
    }

    public LawBrokenException Broken(string reason) => new(law.Id, law.Statement, reason);

    private static string Text<T>(T value) => value is null ? "nothing" : value.ToString()!;
}
