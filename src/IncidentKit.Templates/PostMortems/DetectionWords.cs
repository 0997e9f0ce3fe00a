namespace IncidentKit.Templates;

/// <summary>The time to detect beside its target (P16). It is no obligation, since the start of impact is often learnt later.</summary>
internal static class DetectionWords
{
    public const string Topic = "Detection";

    /// <summary>The point, and whether it went well; null where the time is unknown.</summary>
    public static (bool IsWell, ProposedPoint Point)? Of(Incident incident, IncidentPolicy policy, DateTimeOffset instant)
    {
        if (IncidentFigures.Of(incident, instant).ToDetect is not { } took)
            return null;
        var late = took > policy.DetectWithin ? $", {TimeWords.Duration(took - policy.DetectWithin)} late" : "";
        var figure = took == TimeSpan.Zero ? "at once" : $"{TimeWords.Duration(took)} after the start of impact";
        return (late.Length == 0, new(Topic, $"detected {figure} (target: {TimeWords.Duration(policy.DetectWithin)}{late})"));
    }
}
