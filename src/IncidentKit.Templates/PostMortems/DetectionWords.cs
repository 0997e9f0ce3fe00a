namespace IncidentKit.Templates;

/// <summary>Detection is no obligation, since the start of impact is often learnt later (P16).</summary>
internal static class DetectionWords
{
    public const string Topic = "Detection";

    /// <summary>Null where the time is unknown.</summary>
    public static (bool IsWell, ProposedPoint Point)? Of(Incident incident, IncidentPolicy policy, DateTimeOffset instant)
    {
        if (IncidentFigures.Of(incident, instant).ToDetect is not { } took)
            return null;
        var late = took > policy.DetectWithin ? $", {TimeWords.Duration(took - policy.DetectWithin)} late" : "";
        var figure = took == TimeSpan.Zero ? "at once" : $"{TimeWords.Duration(took)} after the start of impact";
        return (late.Length == 0, new(Topic, $"detected {figure} (target: {TimeWords.Duration(policy.DetectWithin)}{late})"));
    }
}
