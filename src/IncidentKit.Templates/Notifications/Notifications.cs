namespace IncidentKit.Templates;

/// <summary>Begins messages to customers, from an incident or from the name of a service alone.</summary>
/// <remarks>Thread-safe; its builders are not. Nothing is sent.</remarks>
public sealed class Notifications
{
    private readonly IncidentPolicies _policies;
    private readonly Wordings _wordings;
    private readonly TimeProvider _time;

    /// <summary>Creates it for the policies of a host.</summary>
    /// <param name="policies">The policies, whose levels say how hard customers are hit and when the next update is due.</param>
    /// <param name="wordings">The wording; the library's own where null.</param>
    /// <param name="time">The clock; that of the system where null.</param>
    public Notifications(IncidentPolicies policies, Wordings? wordings = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        (_policies, _wordings, _time) = (policies, wordings ?? Wordings.BuiltIn, time ?? TimeProvider.System);
    }

    /// <summary>Creates it for a host with one policy, as <see cref="Notifications(IncidentPolicies, Wordings, TimeProvider)"/>.</summary>
    /// <exception cref="IncidentPolicyException">The policy has faults; all of them are named.</exception>
    public Notifications(IncidentPolicy policy, Wordings? wordings = null, TimeProvider? time = null)
        : this(new IncidentPolicies(policy), wordings, time)
    {
    }

    /// <summary>Begins the holding message of an incident.</summary>
    public HoldingMessageBuilder Holding(Incident incident) => new(From(incident));

    /// <summary>Begins a holding message where there is no incident yet.</summary>
    /// <exception cref="ArgumentException"><paramref name="service"/> is blank.</exception>
    public HoldingMessageBuilder Holding(string service) => new(From(service));

    /// <summary>Begins the first full message.</summary>
    public InitialNotificationBuilder Initial(Incident incident) => new(From(incident));

    /// <summary>Begins a progress update.</summary>
    public ProgressUpdateBuilder Progress(Incident incident) => new(From(incident));

    /// <summary>Begins the message that it is over.</summary>
    public ResolutionNotificationBuilder Resolution(Incident incident) => new(From(incident));

    /// <summary>Drafts every message that can be built from what is known, by the time of writing; unknown times last.</summary>
    /// <param name="incident">The incident; no drafts if no customer is affected.</param>
    /// <param name="details">What the facts do not tell.</param>
    public IReadOnlyList<Notification> Drafts(Incident incident, NotificationDetails? details = null)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new NotificationDrafts(From(incident) with { Now = null }, incident, details ?? new()).All();
    }

    private NotificationContext From(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new(_wordings, _time.GetUtcNow(), incident.Service, incident, _policies.OfOrDefault(incident).LevelOf(incident));
    }

    private NotificationContext From(string service)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        return new(_wordings, _time.GetUtcNow(), service, null, _policies.Default.Level(_policies.Default.ProvisionalLevel));
    }
}
