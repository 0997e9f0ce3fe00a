namespace IncidentKit.Samples.ConsoleHost.Figures;

// The JSON that `figures --json` prints. Null keys are written; instants are UTC in whole seconds; incidents go by the ids of their files.
internal sealed record FiguresDocument(
    DateTimeOffset? From,
    DateTimeOffset? To,
    IncidentCounts Incidents,
    IReadOnlyList<LevelRow> Levels,
    int WithoutLevel,
    IReadOnlyList<DurationRow> Durations,
    DowntimeBases DowntimeBases,
    NoticedRow NoticedBy,
    RecurrenceRow Recurrences,
    IReadOnlyList<ObligationRow> Obligations,
    UpdatesRow PublicUpdates,
    UpdatesRow InternalUpdates,
    PostMortemsRow PostMortems,
    ActionItemFigures ActionItems,
    IReadOnlyList<ContradictionRow> Contradictions,
    PerMonthRow PerMonth,
    IReadOnlyList<AdviceRow> Advice);
