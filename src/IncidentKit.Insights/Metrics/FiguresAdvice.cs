using static System.FormattableString;

namespace IncidentKit.Insights;

/// <summary>One piece of advice, with its figure and limit.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record FiguresAdvice
{
    /// <summary>What it is about.</summary>
    public required FiguresAdviceKind Kind { get; init; }

    /// <summary>The advice in a sentence, with its figures.</summary>
    public required string Message { get; init; }

    /// <summary>The figure: incidents a month, a share from 0 to 1, or pages in one on-call week.</summary>
    public required double Figure { get; init; }

    /// <summary>The limit it was held against.</summary>
    public required double Limit { get; init; }

    /// <inheritdoc />
    public override string ToString() => Message;

    internal static IEnumerable<FiguresAdvice> Of(IncidentRate rate, IEnumerable<PolicyLevels> levels, FiguresOptions options)
    {
        if (rate.Mean is { } mean && mean >= options.PlatformFromPerMonth)
        {
            yield return new()
            {
                Kind = FiguresAdviceKind.DedicatedPlatform, Figure = mean, Limit = options.PlatformFromPerMonth,
                Message = Invariant($"{mean:0.#} incidents a month page somebody (mean of {string.Join(", ", rate.Months)}), ")
                    + Invariant($"and from {options.PlatformFromPerMonth:0.#} on a dedicated incident platform is worth a look."),
            };
        }

        foreach (var (policy, report) in levels.Where(one => one.Report.IsInflated).Select(one => (one.Policy, one.Report)))
        {
            var top = report.Levels[0];
            yield return new()
            {
                Kind = FiguresAdviceKind.SeverityInflation, Figure = top.FinalShare!.Value, Limit = options.Severity.TopShareLimit,
                Message = $"{top.Final} of {top.FinalOf} incidents under {policy} are {top.Name} ({Tally.Percent(top.FinalShare.Value)}), "
                    + $"and more than {Tally.Percent(options.Severity.TopShareLimit)} is too many: "
                    + $"agree again on what {top.Name} is.{Overrated(report)}",
            };
        }

        if (options.PageLoad is { Advice: { } message } load)
        {
            yield return new()
            {
                Kind = FiguresAdviceKind.AlertsFirst,
                Figure = load.Over[0].Pages,
                Limit = load.TooMany,
                Message = message,
            };
        }
    }

    private static string Overrated(SeverityReport report) =>
        report.Overrated is { Count: > 0 } some ? $" The impact facts of {some.Count} of them fit a lower level." : "";
}
