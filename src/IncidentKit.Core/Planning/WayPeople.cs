using System.Globalization;

namespace IncidentKit;

/// <summary>The people that a way tries in its steps.</summary>
internal static class WayPeople
{
    private const int MostResponders = 6;

    /// <summary>The people to try for a parameter, those that fit most often first.</summary>
    public static IReadOnlyList<Responder> For(StepParameter parameter, WayNode node)
    {
        if (parameter is { OneOf: null, Preferred.Count: 0, NoneOf.Count: 0 })
            return node.People;
        return [.. (parameter.OneOf ?? parameter.Preferred.Concat(node.People)).Where(parameter.IsFree).Distinct()];
    }

    /// <summary>Who gives the command, who decided it, who holds a role, and who is there.</summary>
    public static IEnumerable<Responder> Known(Incident incident, IncidentCommand target) =>
        new[]
        {
            target.By as Responder,
            (target as BeginMitigation)?.DecidedBy,
            incident.Roles.Commander,
            incident.Roles.GivenCommunicationsLead,
            incident.Roles.GivenTechnicalLead,
        }
            .OfType<Responder>()
            .Concat(incident.Responders.OrderBy(person => person.Id, StringComparer.Ordinal).Take(MostResponders)).Distinct();

    /// <summary>A person whom nobody knows, from <paramref name="number"/> on.</summary>
    public static Responder Somebody(Incident incident, int number)
    {
        for (; ; number++)
        {
            var somebody = new Responder(string.Create(CultureInfo.InvariantCulture, $"person-{number}"));
            if (!incident.Responders.Contains(somebody))
                return somebody;
        }
    }
}
