using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>Every kind of command that changes what rules look at, for a search past a rule that does not say what helps. None of them ends the incident.</summary>
internal static class WayVocabulary
{
    public static IEnumerable<StepOffer> Of(Incident incident, IncidentPolicy policy) =>
    [
        Give("Acknowledge", v => new Acknowledge { By = v.Person("By") }),
        Classify(Enumerable.Range(1, policy.Levels.Count), policy.ProvisionalLevel),
        Give("Open the channel", v => new OpenChannel { By = v.Person("By") }),
        .. Enum.GetValues<IncidentRole>().Select(role => Give($"Assign {role}", v => new AssignRole { By = v.Person("By"), Role = role, To = v.Person("To") }, StepParameter.Person("To"))),
        Give("Begin to mitigate", v => new BeginMitigation { By = v.Person("By") }),
        Mitigated,
        Give("Identify the cause", v => new IdentifyCause { By = v.Person("By"), Cause = "a cause" }),
        Give("Post internally", v => new PostUpdate { By = v.Person("By"), Audience = UpdateAudience.Internal, Text = "an update" }),
        Give("Post publicly", v => new PostUpdate { By = v.Person("By"), Audience = UpdateAudience.Public, Text = "an update", Status = PublicStatus.Resolved }),
        Give("Resolve", v => new ResolveIncident { By = v.Person("By") }),
        Give("Fix the post-mortem", v => new FixPostMortem { By = v.Person("By") }),
        Give("Hold the post-mortem", v => new HoldPostMortem { By = v.Person("By") }),
        Give("Publish the post-mortem", v => new PublishPostMortem { By = v.Person("By") }),
        .. incident.Facts.Resolved.LastWhen?.Instant is { } resolved && policy.LevelOf(incident).WatchFor is { } watch ? new[] { StepOffer.Wait(resolved.Plus(watch)) } : [],
    ];

    private static StepOffer Give(string title, Func<StepValues, IncidentCommand> make, params StepParameter[] more) => StepOffer.Give($"{title}.", make, [By, .. more]);
}
