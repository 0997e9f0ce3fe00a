namespace IncidentKit;

/// <summary>When an obligation was fulfilled, as far as is known.</summary>
/// <param name="At">The first known time.</param>
/// <param name="IsUnknown">Whether it may have been fulfilled at an unknown time.</param>
/// <param name="NotBefore">A time before which it was not fulfilled, if the time itself is unknown.</param>
internal readonly record struct Fulfillment(DateTimeOffset? At, bool IsUnknown, DateTimeOffset? NotBefore = null)
{
    public static Fulfillment By(OccurrenceSeries facts, DateTimeOffset from, DateTimeOffset until) =>
        new(facts.First(from, until), facts.HasUnknown);

    public static Fulfillment ByMitigation(IncidentFacts facts, ObligationStart start, bool onlyOfItsRecurrence, DateTimeOffset until)
    {
        var (from, recurrence) = (start.FulfilledFrom, start.Recurrence);
        var own = facts.Mitigations.GetValueOrDefault(recurrence);
        var mitigated = recurrence switch
        {
            _ when onlyOfItsRecurrence => own?.First(from, until),
            0 => facts.Mitigated.First(from, until),
            _ => facts.FirstMitigations.Value.TryGetValue(recurrence, out var first) && first <= until ? first : null,
        };
        var mayBeEscalated = recurrence == 0
            ? facts.Escalated.HasUnknown
            : facts.Escalated.MayHaveUnknownAfter(start.Since, start.Sequence);
        return new Fulfillment(mitigated, own?.HasUnknown == true)
            .Or(new(facts.Escalated.First(from, until), mayBeEscalated));
    }

    /// <summary>Fulfilled by whichever comes first.</summary>
    public Fulfillment Or(Fulfillment other) =>
        new(At <= other.At || other.At is null ? At : other.At, IsUnknown || other.IsUnknown, other.IsUnknown ? null : NotBefore);
}
