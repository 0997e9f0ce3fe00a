namespace IncidentKit.Templates;

/// <summary>What the builders of all notifications share.</summary>
/// <remarks>Not thread-safe. Once it has built, a builder refuses every change.</remarks>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class NotificationBuilder<TBuilder>
    where TBuilder : NotificationBuilder<TBuilder>
{
    private readonly Wordings _wordings;
    private readonly NotificationKind _kind;
    private readonly TimeSpan? _updateEvery;
    private bool _isBuilt;
    private DateTimeOffset? _at;
    private DateTimeOffset? _nextUpdateAt;
    private bool _promisesNone;

    private protected NotificationBuilder(NotificationKind kind, NotificationContext context)
    {
        _kind = kind;
        _wordings = context.Wordings;
        _at = context.Now;
        _updateEvery = context.Level?.UpdateEvery;
    }

    private protected abstract PublicStatus StatusShown { get; }

    private protected DateTimeOffset? Instant => _at;

    private protected DateTimeOffset? NextUpdate => _promisesNone ? null
        : _nextUpdateAt ?? (DateTimeOffset.MaxValue - _at < _updateEvery ? DateTimeOffset.MaxValue : _at + _updateEvery);

    /// <summary>The instant it is written for; now, where nothing is said.</summary>
    public TBuilder At(DateTimeOffset instant) => Set(() => _at = instant.ToUniversalTime());

    /// <summary>The instant by which the next update will come; where nothing is said, as soon as the level wants one.</summary>
    public TBuilder NextUpdateAt(DateTimeOffset instant) => Set(() => (_nextUpdateAt, _promisesNone) = (instant.ToUniversalTime(), false));

    /// <summary>Promises no time for the next update: it comes when there is news.</summary>
    public TBuilder NextUpdateWithNews() => Set(() => _promisesNone = true);

    /// <summary>What is missing or contradicts itself; empty where the notification can be built.</summary>
    public IReadOnlyList<NotificationFault> Check()
    {
        var faults = new List<NotificationFault>();
        if (NextUpdate <= _at)
        {
            faults.Add(new(
                "next update",
                $"The next update ({TimeWords.Instant(NextUpdate.Value)}) is not after the message ({TimeWords.Instant(_at.Value)}): "
                    + "give a later time with NextUpdateAt."));
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
        var values = new WordingValues();
        Fill(values);
        return new Notification(_kind, _at, NextUpdate, StatusShown, _wordings.Render(WordingName.Of(_kind), values));
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

    private protected static string Contradiction(string part, DateTimeOffset? at, string against, DateTimeOffset? other) =>
        $"The {part} ({TimeWords.Instant(at!.Value)}) lies {against} ({TimeWords.Instant(other!.Value)}): correct one of the two.";

    private protected string? NextUpdateWords => NextUpdate is { } next ? TimeWords.Instant(next, _at) : null;
}
