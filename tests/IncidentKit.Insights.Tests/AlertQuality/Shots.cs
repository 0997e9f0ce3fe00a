using FsCheck;
using FsCheck.Fluent;
using static IncidentKit.Tests.Firings;

namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>Generates them.</summary>
public static class Shots
{
    public static Arbitrary<Shot> Arbitrary() =>
        (from id in Gen.Choose(0, 40)
         from alert in Gen.Choose(0, 2)
         from hour in Gen.Choose(0, 24 * 40)
         from acted in Gen.Choose(-2, 30)
         from shift in Gen.Choose(-1, 12)
         from facts in Gen.Choose(0, 26)
         from page in Gen.Choose(0, 7)
         select new Shot(id, alert, hour, acted, shift, facts, page)).ToArbitrary();

    public static AlertHistory HistoryOf(IEnumerable<Shot> shots) =>
        AlertHistory.Of(shots.Select(FiringOf), shots.Where(shot => shot.Page < 6).Select(PageOf), Now);

    public static AlertFiring FiringOf(Shot shot)
    {
        var at = Utc("2025-10-25T00:00:00Z").AddHours(shot.Hour);
        return new()
        {
            Id = $"{shot.Id}", Signal = new() { Alert = $"alert-{shot.Alert}", FiredAt = at },
            ActedOnAt = shot.Acted < 20 ? at.AddHours(shot.Acted) : null, ShiftEndsAt = shot.Shift < 9 ? at.AddHours(shot.Shift) : null,
            IsActedOn = Fact(shot.Facts), IsFalsePositive = Fact(shot.Facts / 3),
            Incident = shot.Facts % 4 == 0 ? Incident(shot.Facts % 5) : null,
        };
    }

    public static PageRecord PageOf(Shot shot) => new()
    {
        Person = shot.Page % 2 == 0 ? Alice : Bob, PagedAt = Utc("2025-10-25T00:00:00Z").AddHours(shot.Hour).AddMinutes(shot.Page),
        Firing = shot.Page == 5 ? null : $"{shot.Id}", Urgency = (PageUrgency)(shot.Page / 4 % 2),
    };

    private static bool? Fact(int n) => (n % 3) switch { 0 => null, 1 => true, _ => false };
}
