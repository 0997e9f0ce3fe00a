namespace IncidentKit;

/// <summary>One row of the obligation table.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ObligationDefinition
{
    internal ObligationDefinition(
        string name,
        string since,
        string due,
        string metBy,
        string notRequired,
        Func<LedgerReading, IEnumerable<Obligation>> rows,
        bool isOwn = false)
    {
        (Name, Since, Due, MetBy, NotRequired, Rows, IsOwn) = (name, since, due, metBy, notRequired, rows, isOwn);
        if (!isOwn)
            (Passing, Failing) = ObligationExamples.Of(name);
    }

    /// <summary>Whether a host defined it.</summary>
    public bool IsOwn { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Since when it counts, in words.</summary>
    public string Since { get; }

    /// <summary>By when it is to be met, in words.</summary>
    public string Due { get; }

    /// <summary>What meets it, in words.</summary>
    public string MetBy { get; }

    /// <summary>Where it is not required, in words.</summary>
    public string NotRequired { get; }

    /// <summary>An example in which it is met at the last moment; a host may leave it out.</summary>
    public ObligationExample? Passing { get; init; }

    /// <summary>An example in which it is missed; a host may leave it out.</summary>
    public ObligationExample? Failing { get; init; }

    internal Func<LedgerReading, IEnumerable<Obligation>> Rows { get; }

    /// <summary>
    /// A custom obligation, which works like the built-in ones: a level or fact that creates it later never makes it due
    /// sooner than its span after that, and closing waives it while it is pending.
    /// </summary>
    /// <param name="name">The name, with a prefix of the host's: <c>acme.notifyRegulator</c>.</param>
    /// <param name="since">What it counts from.</param>
    /// <param name="within">
    /// How long after that it is due: around the clock, in business time, or by the end of the next business day.
    /// </param>
    /// <param name="when">Where it is required; everywhere where null. Pure, and called from any thread.</param>
    /// <param name="metBy">
    /// Which fact meets it; where null, only <see cref="MeetObligation"/> with its name does, which does so in any case. Pure,
    /// and called from any thread.
    /// </param>
    /// <remarks>
    /// Where the host's own code throws, the obligation stands as unknown, with the exception: no decision falls over it.
    /// </remarks>
    public static ObligationDefinition Own(
        string name,
        ObligationAnchor since,
        ResponseTarget within,
        Func<ObligationTerms, bool>? when = null,
        Func<IncidentEvent, bool>? metBy = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(since);
        if (within == default)
            throw new ArgumentException("Say how long after its anchor the obligation is due.", nameof(within));
        return new(
            name,
            since.Words,
            within.ToString(),
            metBy is null ? "MeetObligation" : "MeetObligation, or a fact of the host's choice",
            when is null ? "–" : "where its condition does not hold",
            reading => OwnRows(name, reading, since, within, when, metBy),
            isOwn: true);
    }

    private static IReadOnlyList<Obligation> OwnRows(
        string name,
        LedgerReading reading,
        ObligationAnchor since,
        ResponseTarget within,
        Func<ObligationTerms, bool>? when,
        Func<IncidentEvent, bool>? metBy)
    {
        try
        {
            var met = Meeting.By(
                reading.Facts.SeriesOf(e => (e is ObligationMet fact && fact.Obligation == name) || metBy?.Invoke(e) == true));
            return [.. since.Rows(reading, name, new OwnTerms(within, when ?? (_ => true), met))];
        }
        catch (Exception thrown)
        {
            return [new Obligation { Name = name, Status = ObligationStatus.Unknown, Exception = thrown }];
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
