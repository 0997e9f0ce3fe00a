namespace IncidentKit.Hosting;

/// <summary>How deliveries are tried.</summary>
/// <remarks>Set them while the host is composed; they are checked when the host starts. Not thread-safe until then.</remarks>
public sealed class DeliveryOptions
{
    /// <summary>How long one attempt may take; above zero and at most an hour.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan AttemptLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a host keeps hold of a delivery after the time of the attempt is over, to record what came of it; above zero and
    /// at most an hour. After a crash nobody else tries before.
    /// </summary>
    /// <value>30 seconds.</value>
    public TimeSpan HoldMargin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time from the first failed attempt to the second; it doubles from each to the next. Above zero and at most
    /// <see cref="LongestDelay"/>.
    /// </summary>
    /// <value>1 second.</value>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two attempts, what a service asks for excepted; at most a day.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of each delay that may be taken off, so that not all come back at once; from 0 to 1.</summary>
    /// <value>0.2.</value>
    public double Jitter { get; set; } = 0.2;

    /// <summary>After how many failed attempts a delivery is set aside; 1 to 10,000. Being asked to wait is no failure.</summary>
    /// <value>50: with the other defaults about four hours.</value>
    public int MostFailures { get; set; } = 50;

    /// <summary>How many incidents are delivered to one port at the same time; 1 to 10,000. Incidents beyond it wait for a place.</summary>
    /// <value>64.</value>
    public int MostAtOnce { get; set; } = 64;

    /// <summary>After what time an outstanding delivery makes the health check say "degraded"; above zero.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Everything that is wrong, each with what to do.</summary>
    internal IEnumerable<string> Faults()
    {
        var (hour, day) = (TimeSpan.FromHours(1), TimeSpan.FromDays(1));
        if (AttemptLimit <= TimeSpan.Zero || AttemptLimit > hour)
            yield return $"DeliveryOptions.AttemptLimit is {AttemptLimit}. Give a time above zero and of at most 1 hour.";
        if (HoldMargin <= TimeSpan.Zero || HoldMargin > hour)
            yield return $"DeliveryOptions.HoldMargin is {HoldMargin}. Give a time above zero and of at most 1 hour.";
        if (LongestDelay <= TimeSpan.Zero || LongestDelay > day)
            yield return $"DeliveryOptions.LongestDelay is {LongestDelay}. Give a time above zero and of at most 1 day.";
        if (FirstDelay <= TimeSpan.Zero || FirstDelay > LongestDelay)
        {
            yield return $"DeliveryOptions.FirstDelay is {FirstDelay}. Give a time above zero and of at most LongestDelay "
                + $"({LongestDelay}).";
        }

        if (Jitter is not (>= 0 and <= 1))
            yield return FormattableString.Invariant($"DeliveryOptions.Jitter is {Jitter}. Give a number from 0 to 1.");
        if (MostFailures is < 1 or > 10_000)
            yield return FormattableString.Invariant($"DeliveryOptions.MostFailures is {MostFailures}. Give a number from 1 to 10000.");
        if (MostAtOnce is < 1 or > 10_000)
            yield return FormattableString.Invariant($"DeliveryOptions.MostAtOnce is {MostAtOnce}. Give a number from 1 to 10000.");
        if (LateAfter <= TimeSpan.Zero)
            yield return $"DeliveryOptions.LateAfter is {LateAfter}. Give a time above zero.";
    }
}
