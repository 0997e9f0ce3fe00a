using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Figures;

/// <summary>The report in the shape that is printed: with the ids of the files, in their order.</summary>
internal sealed class FiguresAnswer(FiguresReport report, IReadOnlyDictionary<IncidentId, string> ids)
{
    public FiguresDocument ToDocument() => new(
        report.Period is { } since && since.Start > DateTimeOffset.MinValue ? since.Start : null,
        report.Period is { } until && until.End < DateTimeOffset.MaxValue ? until.End : null,
        report.Incidents,
        [
            .. report.Levels.SelectMany(policy => policy.Report.Levels)
                .Select(level => new LevelRow(level.Level, level.Name, level.Initial, level.Final)),
        ],
        report.Levels.Sum(policy => policy.Report.WithoutLevel),
        [.. report.Durations.Select(Duration)],
        report.DowntimeBases,
        new(
            Names(report.NoticedBy.ByAlert),
            Names(report.NoticedBy.ByColleague),
            Names(report.NoticedBy.ByCustomer),
            Names(report.NoticedBy.Unknown)),
        new(report.Recurrences.Total, Names(report.Recurrences.Incidents)),
        [.. report.Obligations.Select(Obligation)],
        Updates(report.PublicUpdates),
        Updates(report.InternalUpdates),
        new(
            report.PostMortems.Of,
            Names(report.PostMortems.OnTime),
            Names(report.PostMortems.Late),
            Names(report.PostMortems.Missed),
            Names(report.PostMortems.Pending),
            Names(report.PostMortems.Unknown)),
        report.ActionItems,
        [
            .. report.Contradictions
                .SelectMany(
                    one => one.Contradictions,
                    (one, c) => new ContradictionRow(ids[one.Incident], c.What, [c.Earlier, c.Later], c.Message))
                .OrderBy(row => row.Incident, StringComparer.Ordinal),
        ],
        new(
            report.PerMonth.Mean,
            report.PerMonth.Of,
            [.. report.PerMonth.Months.Select(
                month => new MonthRow(month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Count))]),
        [
            .. report.Advice.Select(advice =>
                new AdviceRow(JsonNamingPolicy.CamelCase.ConvertName(advice.Kind.ToString()), advice.Figure, advice.Limit, advice.Message)),
        ]);

    private DurationRow Duration(DurationFigure figure) => new(
        figure.Name, figure.Definition, figure.N, figure.Median?.TotalSeconds, figure.Percentile90?.TotalSeconds,
        figure.Total?.TotalSeconds, Samples(figure.Samples), Samples(figure.AtMost),
        Names(figure.Unknown), Names(figure.Contradictory), Names(figure.Open), Names(figure.Without));

    private ObligationRow Obligation(ObligationFigure figure) => new(
        figure.Name, figure.Of, figure.Met, figure.MetLate, figure.Missed, figure[ObligationStatus.Pending],
        figure[ObligationStatus.Waived], figure[ObligationStatus.Unknown], figure[ObligationStatus.NotRequired],
        Names(figure.IncidentsWith(ObligationStatus.MetLate)),
        Names(figure.IncidentsWith(ObligationStatus.Missed)),
        Names(figure.IncidentsWith(ObligationStatus.Unknown)));

    private UpdatesRow Updates(UpdateFigures figures) => new(figures.Kept, figures.Promised, Names(figures.Unknown));

    private IReadOnlyList<SampleRow> Samples(IEnumerable<FigureSample> samples) =>
        [
            .. samples.Select(sample => new SampleRow(ids[sample.Incident], sample.Duration.TotalSeconds))
                .OrderBy(row => row.Seconds)
                .ThenBy(row => row.Incident, StringComparer.Ordinal),
        ];

    private IReadOnlyList<string> Names(IEnumerable<IncidentId> incidents) =>
        [.. incidents.Select(incident => ids[incident]).Order(StringComparer.Ordinal)];
}
