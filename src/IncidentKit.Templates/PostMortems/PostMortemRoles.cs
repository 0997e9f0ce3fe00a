namespace IncidentKit.Templates;

internal static class PostMortemRoles
{
    public static IReadOnlyList<RoleEntry> Of(IncidentFacts facts, DateTimeOffset instant) =>
    [
        .. facts.Occurrences<RoleAssigned>().Where(role => role.At <= instant).Select(role => EntryOf(role.Fact, role.At))
            .Concat(facts.RolesOfUnknownTime.Select(role => EntryOf(role, null)))
            .OfType<RoleEntry>()
            .OrderBy(entry => entry.Role),
    ];

    private static RoleEntry? EntryOf(RoleAssigned assigned, DateTimeOffset? since) =>
        assigned.To is { } person ? new() { Role = assigned.Role, Person = person.DisplayName, Since = since } : null;
}
