namespace IncidentKit;

/// <summary>Page or ticket, with the reason (P30, P31). It governs automatic pages only: anybody may page anybody at any time.</summary>
/// <remarks>Equal by value; immutable and thread-safe. Instants are in UTC.</remarks>
public sealed record PagingDecision
{
    /// <summary>Page or ticket.</summary>
    public required PagingAnswer Answer { get; init; }

    /// <summary>The level that decided.</summary>
    public required string Level { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>When the page of low urgency goes out; null where there is none, or hours never open again.</summary>
    public DateTimeOffset? HoursOpenAt { get; init; }

    /// <summary>Decides for an incident as it stands.</summary>
    public static PagingDecision For(Incident incident, IncidentPolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        return Of(policy, incident.Level, at);
    }

    /// <summary>Decides for a level; where none is set, for the provisional one of the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="level">The rank of the level; null until somebody sets one.</param>
    /// <param name="at">The instant.</param>
    public static PagingDecision Of(IncidentPolicy policy, int? level, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var inForce = policy.Level(level ?? policy.ProvisionalLevel);
        var name = level is null ? $"No level is set, which counts as {inForce.Name}" : inForce.Name;
        return inForce.Paging switch
        {
            PagingHours.AnyHour => Made(PagingAnswer.Page, $"{name}: people are paged at any hour."),
            PagingHours.Ticket => Made(PagingAnswer.Ticket, $"{name}: nobody is paged, a ticket is filed."),
            _ when policy.Calendar.IsOpen(at) => Made(PagingAnswer.Page, $"{name}: people are paged in business hours, and these are."),
            _ => Made(
                PagingAnswer.TicketThenLowUrgencyPage,
                $"{name}: outside business hours a ticket is filed, and a page of low urgency goes out when they open.") with
            {
                HoursOpenAt = OpensAt(policy.Calendar, at),
            },
        };

        PagingDecision Made(PagingAnswer answer, string reason) => new() { Answer = answer, Level = inForce.Name, Reason = reason };
    }

    /// <summary>The first instant of business hours from <paramref name="at"/> on; null where none comes.</summary>
    internal static DateTimeOffset? OpensAt(BusinessCalendar calendar, DateTimeOffset at)
    {
        if (calendar.IsOpen(at))
            return at;
        var opened = calendar.Add(at, TimeSpan.FromTicks(1));
        return opened == DateTimeOffset.MaxValue ? null : opened.AddTicks(-1);
    }
}
