namespace IncidentKit.Testing;

/// <summary>An incident told command by command, a minute apart: the short way to the state that a test needs.</summary>
/// <remarks>Deterministic: the same story gives the same events to the byte. Not thread-safe.</remarks>
/// <example>
/// <code>
/// var resolved = new IncidentStory(policy).Then(
///     new Classify { By = IncidentStory.Alice, Level = 2 },
///     new DeclareMitigated { By = IncidentStory.Alice },
///     new ResolveIncident { By = IncidentStory.Alice }).Incident;
/// </code>
/// </example>
public sealed class IncidentStory
{
    private readonly List<IncidentCommand> _told = [];

    /// <summary>Declares an incident.</summary>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="declaration">How it is declared; if null, "Checkout fails" at the service "checkout" by <see cref="Alice"/>.</param>
    /// <param name="at">When; <see cref="Start"/> where null.</param>
    /// <param name="number">Which id it gets, see <see cref="CountingIncidentIds.Of"/>.</param>
    /// <exception cref="IncidentPolicyException">The policy is not sound.</exception>
    /// <exception cref="InvalidOperationException">The declaration is refused.</exception>
    public IncidentStory(IncidentPolicy policy, DeclareIncident? declaration = null, DateTimeOffset? at = null, int number = 1)
    {
        Lifecycle = new IncidentLifecycle(policy);
        Now = at ?? Start;
        declaration ??= new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout" };
        Last = Lifecycle.Declare(CountingIncidentIds.Of(number), declaration, Now);
        Incident = Last.Incident ?? throw new InvalidOperationException($"The declaration is refused. {string.Join(" ", Last.Violations)}");
    }

    /// <summary>When stories begin: a Tuesday at 14:23 UTC, in business hours.</summary>
    public static DateTimeOffset Start { get; } = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);

    /// <summary>A responder.</summary>
    public static Responder Alice { get; } = new("alice", "Alice");

    /// <summary>A second one.</summary>
    public static Responder Bob { get; } = new("bob", "Bob");

    /// <summary>A third one.</summary>
    public static Responder Carol { get; } = new("carol", "Carol");

    /// <summary>A program.</summary>
    public static SystemActor Monitor { get; } = new("monitor");

    /// <summary>The lifecycle under the policy of the story.</summary>
    public IncidentLifecycle Lifecycle { get; }

    /// <summary>The moment of the last command.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The incident after the last command.</summary>
    public Incident Incident { get; private set; }

    /// <summary>The answer to the last command.</summary>
    public Decision Last { get; private set; }

    /// <summary>The commands so far, the declaration left out.</summary>
    public IReadOnlyList<IncidentCommand> Told => _told;

    /// <summary>Gives commands, a minute after each other.</summary>
    /// <exception cref="InvalidOperationException">One is refused; the message says which and why.</exception>
    public IncidentStory Then(params IReadOnlyList<IncidentCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        foreach (var command in commands)
        {
            Now = Now.AddMinutes(1);
            Last = Lifecycle.Decide(Incident, command, Now);
            if (Last.IsRefused)
            {
                throw new InvalidOperationException(
                    $"{command} is refused in the phase {Incident.Phase}. {string.Join(" ", Last.Violations)}");
            }

            Incident = Last.Incident!;
            _told.Add(command);
        }

        return this;
    }

    /// <summary>Lets time pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is negative.</exception>
    public IncidentStory After(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        Now += span;
        return this;
    }

    /// <summary>What a command would be answered in a minute. Nothing changes.</summary>
    public Decision Try(IncidentCommand command) => Lifecycle.Decide(Incident, command, Now.AddMinutes(1));

    /// <summary>How the obligations stand now.</summary>
    public IReadOnlyList<Obligation> Obligations() => new ObligationLedger(Lifecycle.Policy).At(Incident, Now);
}
