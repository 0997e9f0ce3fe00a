namespace IncidentKit.Testing;

/// <summary>The contract of <see cref="IIncidentStore"/> as laws.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public static class StoreLaws
{
    /// <summary>All laws.</summary>
    public static IReadOnlyList<StoreLaw> All { get; } =
    [
        new("STORE-01", "What was recorded is read back, every event in its order.", HistoryLaws.ReadsBackAsync),
        new("STORE-02", "What was never recorded is nothing.", HistoryLaws.IsEmptyAsync),
        new("STORE-03", "A commit that was decided on another version is refused and records nothing.", HistoryLaws.RefusesLostRacesAsync),
        new("STORE-04", "Of commits that race one wins.", HistoryLaws.OneWinsAsync),
        new("STORE-05", "A commit that does not follow is refused.", HistoryLaws.RefusesGapsAsync),
        new("STORE-06", "A redaction replaces the events that it names, and no other.", HistoryLaws.RewritesAsync),
        new("STORE-07", "The first due instant is the earliest of all, and the last commit's.", DueLaws.FirstDueAsync),
        new("STORE-08", "What is due by an instant is listed, the earliest first, the instant included.", DueLaws.ListsDueAsync),
        new("STORE-09", "An alert key leads to the open incident that has it, compared ordinally.", KeyLaws.FindsAlertKeysAsync),
        new("STORE-10", "An alert key of an open incident keeps a new incident out.", KeyLaws.GuardsAlertKeysAsync),
        new(
            "STORE-11",
            "An idempotency key leads to what was recorded under it, and keeps a second declaration and a second command out.",
            KeyLaws.FindsIdempotencyKeysAsync),
        new("STORE-12", "Numbers rise, are never given twice, and lie above those that were recorded.", KeyLaws.NumbersAsync),
        new("STORE-13", "A number belongs to one incident.", KeyLaws.GuardsNumbersAsync),
        new("STORE-14", "Open incidents are listed, the one recorded last first, until they end.", SearchLaws.ListsOpenAsync),
        new("STORE-15", "A search finds what matches, and no more than it asks for.", SearchLaws.SearchesAsync),
        new("STORE-16", "Random histories of many incidents are kept as they are.", HistoryLaws.KeepsRandomHistoriesAsync),
        new("STORE-17", "A call that was given up before it began does nothing.", HistoryLaws.GivesUpAsync),
        new(
            "STORE-18",
            "Deliveries of one incident to one port keep their order, and each is handed to one host at a time.",
            DeliveryLaws.KeepsOrderAsync),
        new("STORE-19", "A delivery waits for its time, and nothing of its queue overtakes it.", DeliveryLaws.WaitsAsync),
        new(
            "STORE-20",
            "A hold that ran out without a word counts as a failure, and settles nothing any more.",
            DeliveryLaws.EndsHoldsAsync),
        new(
            "STORE-21",
            "What is set aside is kept with its reason, lets the next one through, and goes back to its place when it is tried again.",
            DeliveryLaws.SetsAsideAsync),
        new("STORE-22", "A delivery is put in once, and with its commit or not at all.", DeliveryLaws.PutsInOnceAsync),
    ];
}
