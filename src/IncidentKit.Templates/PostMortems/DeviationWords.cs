namespace IncidentKit.Templates;

/// <summary>Deviations are told as conditions, without the names that their messages hold.</summary>
internal static class DeviationWords
{
    public const string Order = "Order of steps";
    public const string Ending = "Closing";

    /// <summary>One point per rule; none for whose decision it was (P14).</summary>
    public static IEnumerable<ProposedPoint> Of(Incident incident, IncidentPolicy policy)
    {
        foreach (var deviations in incident.History.OfType<DeviationRecorded>()
            .GroupBy(deviation => deviation.Rule))
        {
            var rule = policy.Rules.FirstOrDefault(known => known.Id == deviations.Key);
            if (rule?.Category == ViolationCategory.Authorization)
                continue;
            var topic = rule?.Category switch
            {
                ViolationCategory.Staffing => ObligationWords.Staffing,
                ViolationCategory.Gate => Ending,
                _ => Order,
            };
            var times = deviations.Count() == 1 ? "" : $" ({TimeWords.Count(deviations.Count(), "time")})";
            yield return new(topic, Words(deviations.Key, rule) + times);
        }
    }

    private static string Words(string id, IncidentRule? rule) => id switch
    {
        "IK2002" => "facts recorded with a time before detection",
        "IK2003" => "mitigation begun before a level was set",
        "IK2004" => "mitigation begun before a channel was open",
        "IK2005" => "two mitigation attempts running at once",
        "IK2006" => "a lower level named without being set",
        "IK3001" => "mitigation begun before the roles were filled",
        "IK3002" => "one person as commander and Technical Lead",
        "IK3003" => "one person as commander and Communications Lead",
        "IK3006" => "command handed over without a state note",
        _ => rule is null ? $"rule {id} not kept" : $"not kept: {rule.Summary.TrimEnd('.')} [{id}]",
    };
}
