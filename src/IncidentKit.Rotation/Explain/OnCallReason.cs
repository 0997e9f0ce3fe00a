using static System.FormattableString;

namespace IncidentKit.Rotation;

/// <summary>One reason why a person is on call.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OnCallReason
{
    /// <summary>Who is on call.</summary>
    public required Responder Person { get; init; }

    /// <summary>The layer of the turn; null for a cover, an added person or a fixed period.</summary>
    public string? Layer { get; init; }

    /// <summary>The number of the turn, counted from the origin of the grid; null if there is none.</summary>
    public long? Turn { get; init; }

    /// <summary>The start of the turn, in UTC; null as <see cref="Turn"/>, or before the calendar.</summary>
    public DateTimeOffset? TurnStart { get; init; }

    /// <summary>The end of the turn, in UTC; null as <see cref="Turn"/>, or after the calendar.</summary>
    public DateTimeOffset? TurnEnd { get; init; }

    /// <summary>The window that holds the instant; null if the layer has none.</summary>
    public DutyWindow? Window { get; init; }

    /// <summary>The people with time off whose turn it is; null if the person does not stand in.</summary>
    public OnCallPeople? StandsInFor { get; init; }

    /// <summary>The fixed period that decides alone; else null.</summary>
    public FixedPeriod? FixedPeriod { get; init; }

    /// <summary>The overrides that brought the person here, in order.</summary>
    public IReadOnlyList<OnCallOverride> Overrides { get; init; } = [];

    /// <inheritdoc />
    public override string ToString()
    {
        List<string?> parts =
        [
            FixedPeriod is null ? null : $"fixed {FixedPeriod.Time}",
            Layer is null ? null : $"layer {Layer}",
            Turn is null ? null : Invariant($"turn {Turn}"),
            Window is null ? null : Invariant($"window {Window.From:HH:mm}–{Window.To:HH:mm}"),
            StandsInFor is null ? null : $"for {StandsInFor}, who has time off",
            .. Overrides.Select(o => o switch
            {
                ReplaceOverride replace => $"replaces {replace.Person}",
                SwapOverride swap => $"took the swap of {swap.Person}",
                CoverOverride => "covers everybody",
                _ => "added",
            }),
        ];
        return $"{Person}: {string.Join(", ", parts.Where(part => part is not null))}";
    }
}
