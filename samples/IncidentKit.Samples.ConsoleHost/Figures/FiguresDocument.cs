using System.Text.Json.Serialization;
using IncidentKit.Samples.ConsoleHost.Replaying;

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

internal sealed record LevelRow(int Level, string Name, int Initial, int Final);

internal sealed record SampleRow(string Incident, double Seconds);

internal sealed record DurationRow(
    string Figure,
    string Definition,
    int N,
    double? MedianSeconds,
    double? P90Seconds,
    double? TotalSeconds,
    IReadOnlyList<SampleRow> Samples,
    IReadOnlyList<SampleRow> AtMost,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Contradictory,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Without);

internal sealed record NoticedRow(
    IReadOnlyList<string> Alert, IReadOnlyList<string> Colleague, IReadOnlyList<string> Customer, IReadOnlyList<string> Unknown);

internal sealed record RecurrenceRow(int Total, IReadOnlyList<string> Incidents);

internal sealed record ObligationRow(
    string Obligation,
    int Of,
    int Met,
    int MetLate,
    int Missed,
    int Pending,
    int Waived,
    int Unknown,
    int NotRequired,
    IReadOnlyList<string> LateIn,
    IReadOnlyList<string> MissedIn,
    IReadOnlyList<string> UnknownIn);

internal sealed record UpdatesRow(int Kept, int Promised, IReadOnlyList<string> Unknown);

internal sealed record PostMortemsRow(
    int Of,
    IReadOnlyList<string> OnTime,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Pending,
    IReadOnlyList<string> Unknown);

internal sealed record ContradictionRow(string Incident, string What, IReadOnlyList<string> Between, string Message);

internal sealed record MonthRow(string Month, int Count);

internal sealed record PerMonthRow(double? Mean, int MeanOf, IReadOnlyList<MonthRow> Months);

internal sealed record AdviceRow(string Kind, double Figure, double Limit, string Message);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(FiguresDocument))]
internal sealed partial class FiguresJsonContext : JsonSerializerContext;
