using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests;

/// <summary>Lets time pass second by second, so that what waits for an instant goes on at that instant.</summary>
internal static class PassingTime
{
    // A thread of the pool has no context: what it wakes goes on at once, before the next second.
    public static Task PassAsync(this FakeTimeProvider clock, int seconds) => Task.Run(() =>
    {
        for (var second = 0; second < seconds; second++)
            clock.Advance(TimeSpan.FromSeconds(1));
    });
}
