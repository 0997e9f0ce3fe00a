namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>A fact as of an instant: it happened at a known time, at an unknown one, or not (yet). The default has not happened.</summary>
internal readonly record struct Fact(DateTimeOffset? At, bool IsUnknown)
{
    public static Fact Unknown => new(null, true);

    public static Fact Known(DateTimeOffset at) => new(at, false);

    public bool HasNotHappened => At is null && !IsUnknown;

    public Fact Plus(TimeSpan span) => this with { At = At + span };

    /// <summary>The later of two; unknown where one of them is.</summary>
    public static Fact Later(Fact one, Fact other) => one.At is { } a && other.At is { } b ? Known(a > b ? a : b) : Unknown;
}
