namespace IncidentKit;

/// <summary>Who stands behind the audience words of a plan.</summary>
/// <remarks>As thread-safe as the function it is made of.</remarks>
public sealed class PagingPeople
{
    private readonly Func<string, DateTimeOffset, IReadOnlyList<Responder>> _behind;

    /// <summary>Asks a function.</summary>
    /// <param name="behind">
    /// Says who stands behind a word at an instant; "on-call" means those who are on call for the service.
    /// Empty where nobody is known.
    /// </param>
    public PagingPeople(Func<string, DateTimeOffset, IReadOnlyList<Responder>> behind)
    {
        ArgumentNullException.ThrowIfNull(behind);
        _behind = behind;
    }

    /// <summary>The same people at any time.</summary>
    public static PagingPeople Of(IReadOnlyDictionary<string, IReadOnlyList<Responder>> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return new((word, _) => people.TryGetValue(word, out var known) ? known : []);
    }

    /// <summary>Who stands behind a word at an instant.</summary>
    public IReadOnlyList<Responder> Behind(string audience, DateTimeOffset at) => _behind(audience, at);

    internal IReadOnlyList<Responder> Behind(EscalationTarget target, DateTimeOffset at) =>
        target.Person is { } person ? [person] : Behind(target.Audience!, at);
}
