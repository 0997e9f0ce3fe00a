namespace IncidentKit;

/// <summary>Whom a step of the escalation policy pages: an audience word, or a person.</summary>
/// <remarks>Equal by value; immutable and thread-safe. Audience words are compared ordinally.</remarks>
public sealed record EscalationTarget
{
    /// <summary>The audience word for those who are on call for the service.</summary>
    public const string OnCallWord = "on-call";

    private EscalationTarget(string? audience, Responder? person) => (Audience, Person) = (audience, person);

    /// <summary>Those who are on call for the service of the incident.</summary>
    public static EscalationTarget OnCall { get; } = new(OnCallWord, null);

    /// <summary>The word behind which people stand; null where a person is named.</summary>
    public string? Audience { get; }

    /// <summary>The person; null where a word is named.</summary>
    public Responder? Person { get; }

    /// <summary>Whether it is those who are on call.</summary>
    public bool IsOnCall => Audience == OnCallWord;

    /// <summary>Those behind a word such as "engineering lead".</summary>
    public static EscalationTarget Of(string audience)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return new(audience, null);
    }

    /// <summary>A person.</summary>
    public static EscalationTarget Of(Responder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(null, person);
    }

    /// <summary>The word, or the name of the person.</summary>
    public override string ToString() => Audience ?? Person!.Name;
}
