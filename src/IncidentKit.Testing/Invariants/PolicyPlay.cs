using System.Text;

namespace IncidentKit.Testing;

/// <summary>Plays random steps until a law does not hold, and leaves out what is not needed to see it.</summary>
internal sealed class PolicyPlay(IncidentPolicy policy, IReadOnlyList<IncidentStep> steps, Func<IncidentMoment, string?> law)
{
    /// <summary>Null where the law holds.</summary>
    public (string Fault, string Story)? Shortest()
    {
        if (FaultOf(steps) is null)
            return null;
        List<IncidentStep> left = [.. steps];
        for (var size = left.Count / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= left.Count;)
            {
                List<IncidentStep> fewer = [.. left.Take(from), .. left.Skip(from + size)];
                if (FaultOf(fewer) is null)
                    from += size;
                else
                    left = fewer;
            }
        }

        return FaultOf(left);
    }

    private (string Fault, string Story)? FaultOf(IEnumerable<IncidentStep> played)
    {
        var story = new StringBuilder();
        string? fault = null;
        try
        {
            IncidentSteps.Run(policy, played, moment =>
            {
                if (fault is not null)
                    return;
                story.Append(null, $"{moment.Now:HH:mm} {moment.Command} -> {moment.Decision}\n");
                fault = law(moment);
            });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            fault = $"{exception.GetType().Name}: {exception.Message}";
        }

        return fault is null ? null : (fault, story.ToString());
    }
}
