namespace IncidentKit.Testing.Tests;

/// <summary>What can be wrong with a store.</summary>
public enum StoreFault
{
    TakesAnyVersion,
    LosesTheLastEvent,
    ForgetsRedactions,
    SwapsEvents,
    KeepsTheFirstDueInstant,
    ListsDueUnordered,
    LeavesTheInstantItselfOut,
    FindsAlertKeysOfEndedIncidents,
    IgnoresCaseOfKeys,
    GivesANumberTwice,
    ListsEndedIncidents,
    ForgetsTheLimit,
    RecordsWhatWasGivenUp,
    FindsNoIdempotencyKey,
    HandsOutInAnyOrder,
    ForgetsFailures,
    CompletesAnything,
    LosesWhatIsSetAside,
    LosesDeliveries,
}
