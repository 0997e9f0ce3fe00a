namespace IncidentKit.Templates;

/// <summary>What the builders of all notifications share.</summary>
/// <remarks>Not thread-safe. Once it has built, a builder refuses every change.</remarks>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class NotificationBuilder<TBuilder>
    where TBuilder : NotificationBuilder<TBuilder>
{
    private readonly NotificationKind _kind;
    private readonly NotificationContext _context;
    private bool _isBuilt;
    private DateTimeOffset? _at;
    private DateTimeOffset? _nextUpdateAt;
    private bool _promisesNone;

    private protected NotificationBuilder(NotificationKind kind, NotificationContext context) =>
        (_kind, _context, _at) = (kind, context, context.Now);

    private protected abstract PublicStatus StatusShown { get; }

    private protected DateTimeOffset? Instant => _at;

    private protected DateTimeOffset? NextUpdate => _promisesNone ? null
        : _nextUpdateAt ?? (DateTimeOffset.MaxValue - _at < UpdateEvery ? DateTimeOffset.MaxValue : _at + UpdateEvery);

    private TimeSpan? UpdateEvery => _context.Level?.UpdateEvery;

    /// <summary>The instant it is written for. Default: now.</summary>
    public TBuilder At(DateTimeOffset instant) => Set(() => _at = instant.ToUniversalTime());

    /// <summary>When the next update will come. Default: as soon as the level wants one.</summary>
    public TBuilder NextUpdateAt(DateTimeOffset instant) => Set(() => (_nextUpdateAt, _promisesNone) = (instant.ToUniversalTime(), false));

    /// <summary>Promises no time for the next update.</summary>
    public TBuilder NextUpdateWithNews() => Set(() => _promisesNone = true);

    /// <summary>What is missing or contradicts itself; empty if the notification can be built.</summary>
    public IReadOnlyList<NotificationFault> Check()
    {
        var faults = new List<NotificationFault>();
        if (NextUpdate <= _at)
        {
            var times = $"The next update ({TimeWords.Instant(NextUpdate)}) is not after the message ({TimeWords.Instant(_at)})";
            faults.Add(new("next update", $"{times}: give a later time with NextUpdateAt."));
        }

        Check(faults);
        return faults;
    }

    /// <summary>Builds the notification.</summary>
    /// <exception cref="IncompleteNotificationException">Parts are missing or contradict each other: all are named.</exception>
    public Notification Build()
    {
        if (Check() is { Count: > 0 } faults)
            throw new IncompleteNotificationException(_kind, faults);
        _isBuilt = true;
        var values = new WordingValues().Line("service", _context.Service)
            .Line("next_update", NextUpdate is { } next ? TimeWords.Instant(next, _at) : null);
        Fill(values);
        return new Notification(_kind, _at, NextUpdate, StatusShown, _context.Wordings.Render(WordingName.Of(_kind), values));
    }

    private protected abstract void Check(List<NotificationFault> faults);

    private protected abstract void Fill(WordingValues values);

    private protected TBuilder Set(Action change)
    {
        if (_isBuilt)
            throw new InvalidOperationException("The notification is built already: begin a new one.");
        change();
        return (TBuilder)this;
    }

    internal TBuilder Draft(DateTimeOffset? at) => Set(() => _at = at);

    private protected static void Require(List<NotificationFault> faults, string part, string? value, string remedy)
    {
        if (string.IsNullOrWhiteSpace(value))
            faults.Add(new(part, $"The {part} is missing: {remedy}."));
    }

    private protected static void RefuseResolved(List<NotificationFault> faults, PublicStatus status, string said)
    {
        var reason = $"The status is Resolved, while the message says that {said}: send a resolution, or set another Status.";
        if (status == PublicStatus.Resolved)
            faults.Add(new("status", reason));
    }

    private protected static string Contradiction(string part, DateTimeOffset? at, string against, DateTimeOffset? other) =>
        $"The {part} ({TimeWords.Instant(at)}) lies {against} ({TimeWords.Instant(other)}): correct one of the two.";
}
