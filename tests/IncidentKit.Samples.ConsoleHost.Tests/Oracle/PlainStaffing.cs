namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>When three roles were held by three different people.</summary>
internal static class PlainStaffing
{
    private static readonly string[] Roles = ["IncidentCommander", "TechnicalLead", "CommunicationsLead"];

    public static PlainRow Row(List<PlainRole>? roles, Fact since, Fact due, DateTimeOffset now)
    {
        if (roles is null)
            return PlainLedger.Judged("staffRoles", since, due, [Fact.Unknown], now);
        var staffed = Staffed(roles);
        if (roles.All(r => !r.At.IsUnknown) || !CouldBeStaffed(roles) || staffed.At <= due.At)
            return PlainLedger.Judged("staffRoles", since, due, [staffed], now);

        // A role held at an unknown time makes it unknown, unless another was held late.
        var anotherWasLate = Roles.Any(name => roles.Where(r => r.Role == name).All(r => r.At.At > due.At));
        return new PlainRow("staffRoles", since.At, due.At, null, anotherWasLate ? "metLate" : "unknown");
    }

    // The first known entry, in order of time and then of the file, after which the last holders of the three roles differ.
    private static Fact Staffed(List<PlainRole> roles)
    {
        var entries = roles.Where(r => r.At.At is not null).OrderBy(r => r.At.At).ToList();
        for (var count = 1; count <= entries.Count; count++)
        {
            var holders = Roles.Select(name => entries.Take(count).LastOrDefault(r => r.Role == name)).ToList();
            if (holders.All(h => h is not null) && Differ(holders!))
                return entries[count - 1].At;
        }

        return default;
    }

    private static bool CouldBeStaffed(List<PlainRole> roles) =>
        (from one in roles.Where(r => r.Role == Roles[0])
         from two in roles.Where(r => r.Role == Roles[1])
         from three in roles.Where(r => r.Role == Roles[2])
         select Differ([one, two, three])).Any(differ => differ);

    // Entries without a person are taken for different people.
    private static bool Differ(IEnumerable<PlainRole> holders)
    {
        var named = holders.Where(h => h.Person is not null).Select(h => h.Person!).ToList();
        return named.Distinct(StringComparer.Ordinal).Count() == named.Count;
    }
}
