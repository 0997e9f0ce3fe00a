namespace IncidentKit.Templates;

internal static class CadenceWords
{
    public static bool IsCadence(string name) => name is ObligationNames.PublicUpdate or ObligationNames.InternalUpdate;

    public static (ProposedPoint? Well, ProposedPoint? Poorly) Of(string name, IReadOnlyList<Obligation> rows)
    {
        var (one, many) = name == ObligationNames.PublicUpdate
            ? ("further public update", "further public updates")
            : ("update for stakeholders", "updates for stakeholders");
        var met = rows.Count(row => row.Status == ObligationStatus.Met);
        var late = rows.Count(row => row.Status == ObligationStatus.MetLate);
        var missed = rows.Count(row => row.Status == ObligationStatus.Missed);
        var due = met + late + missed;
        if (due == 0)
            return (null, null);
        if (late + missed == 0)
            return (new(ObligationWords.Communication, $"{met} of {due} {(due == 1 ? one : many)} in time"), null);
        string?[] parts = [late > 0 ? $"{late} late" : null, missed > 0 ? $"{missed} missing" : null, Longest(rows)];
        var what = string.Join(", ", parts.OfType<string>());
        return (null, new(ObligationWords.Communication, $"of {due} {(due == 1 ? one : many)}, {what}"));
    }

    private static string? Longest(IReadOnlyList<Obligation> rows)
    {
        var longest = (from row in rows
                       where row.MetAt > row.DueAt
                       select (Wait: row.MetAt - row.Since, Target: row.DueAt - row.Since)).DefaultIfEmpty().MaxBy(row => row.Wait);
        return longest is ({ } wait, { } target)
            ? $"the longest wait {TimeWords.Duration(wait)} (target: {TimeWords.Duration(target)})"
            : null;
    }
}
