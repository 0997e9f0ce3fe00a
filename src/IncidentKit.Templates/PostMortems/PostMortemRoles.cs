namespace IncidentKit.Templates;

/// <summary>Who held which role, as far as anybody wrote it down.</summary>
internal static class PostMortemRoles
{
    public static IReadOnlyList<RoleEntry> Of(Incident incident) =>
    [
        .. incident.History.OfType<RoleAssigned>().Where(assigned => assigned.To is not null)
            .Select(assigned => new RoleEntry
            {
                Role = assigned.Role,
                Person = assigned.To!.DisplayName,
                Since = incident.TimeOf(assigned).Instant,
            })
            .OrderBy(entry => entry.Role).ThenBy(entry => entry.Since ?? DateTimeOffset.MaxValue),
    ];
}
