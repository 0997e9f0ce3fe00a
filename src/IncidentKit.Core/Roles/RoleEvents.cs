namespace IncidentKit.Events;

/// <summary>A person has joined, or was brought in by somebody else.</summary>
public sealed record ResponderJoined : IncidentEvent
{
    /// <summary>Who was brought in; the person who said so where null.</summary>
    public Responder? Person { get; init; }

    internal override void Apply(IncidentBuilder incident) => incident.AddResponder(Person ?? By);
}

/// <summary>A person got a role.</summary>
public sealed record RoleAssigned : IncidentEvent
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who got it; null where nobody recorded who.</summary>
    public Responder? To { get; init; }

    /// <summary>Who held it before; null where nobody did.</summary>
    public Responder? From { get; init; }

    /// <summary>How the person came to it.</summary>
    public required RoleChange How { get; init; }

    /// <summary>The state note of a handover, or the reason for taking command.</summary>
    public string? Note { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Note = Map(map, Note) };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.Roles = incident.Roles.With(Role, To);
        incident.AddResponder(To);
    }
}

/// <summary>A role fell back to the commander.</summary>
public sealed record RoleGivenUp : IncidentEvent
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who held it.</summary>
    public required Responder From { get; init; }

    internal override void Apply(IncidentBuilder incident) => incident.Roles = incident.Roles.With(Role, null);
}
