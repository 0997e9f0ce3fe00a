namespace IncidentKit.Rotation;

internal static class ScheduleFaults
{
    private const int MostInMessage = 50;

    public static string Message(IReadOnlyList<ScheduleFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return string.Join(Environment.NewLine, faults.Take(MostInMessage));
    }

    public static void Add(this List<ScheduleFault> faults, string place, string reason, string remedy) =>
        faults.Add(new ScheduleFault { Place = place, Reason = reason, Remedy = remedy });
}
