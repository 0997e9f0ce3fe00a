using System.Globalization;

namespace IncidentKit.Tests;

/// <summary>Firings and pages in short.</summary>
internal static class Firings
{
    public static readonly DateTimeOffset Noon = new(2025, 11, 18, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Responder Alice = new("alice");
    public static readonly Responder Bob = new("bob");

    public static IncidentId Incident(int n) => new(new Guid($"018f0000-0000-7000-8000-{n:000000000000}"));

    public static AlertFiring Fired(string id, string alert = "disk", DateTimeOffset? at = null) =>
        new() { Id = id, Signal = new() { Alert = alert, FiredAt = at ?? Noon } };

    /// <summary>Acted on after some hours; the shift ends eight hours after it fired.</summary>
    public static AlertFiring ActedOn(string id, double hours, string alert = "disk", DateTimeOffset? at = null) =>
        Fired(id, alert, at) with
        {
            ActedOnAt = (at ?? Noon).AddHours(hours),
            ShiftEndsAt = (at ?? Noon).AddHours(8),
            IsFalsePositive = false,
        };

    public static AlertFiring Ignored(string id, bool? isFalse = null, string alert = "disk", DateTimeOffset? at = null) =>
        Fired(id, alert, at) with { IsActedOn = false, IsFalsePositive = isFalse };

    public static PageRecord PageOf(AlertFiring firing, Responder? person = null) =>
        new() { Person = person ?? Alice, PagedAt = firing.Signal.FiredAt, Firing = firing.Id };

    /// <summary>A history in which every firing paged alice.</summary>
    public static AlertHistory Paged(params AlertFiring[] firings) =>
        AlertHistory.Of(firings, firings.Select(firing => PageOf(firing)), Now);

    public static string Ids(IEnumerable<AlertFiring> firings) => string.Join(" ", firings.Select(firing => firing.Id));

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
