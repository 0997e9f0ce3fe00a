namespace IncidentKit.Templates;

/// <summary>Drafts post-mortems from incidents, says what they lack, and renders them (P51, P52).</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PostMortems
{
    private readonly IncidentPolicies _policies;
    private readonly Wordings _wordings;

    /// <summary>Creates it for the policies of a host.</summary>
    /// <param name="policies">The policies, against which it is measured what went well or poorly.</param>
    /// <param name="wordings">The wording; the library's own where null.</param>
    public PostMortems(IncidentPolicies policies, Wordings? wordings = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        (_policies, _wordings) = (policies, wordings ?? Wordings.BuiltIn);
    }

    /// <summary>Creates it for a host with one policy, as <see cref="PostMortems(IncidentPolicies, Wordings)"/>.</summary>
    /// <exception cref="IncidentPolicyException">The policy has faults; all of them are named.</exception>
    public PostMortems(IncidentPolicy policy, Wordings? wordings = null)
        : this(new IncidentPolicies(policy), wordings)
    {
    }

    /// <summary>Drafts the post-mortem of an incident. What is unknown stays open.</summary>
    /// <param name="incident">The incident; it may still be open.</param>
    /// <param name="notes">What people wrote down besides.</param>
    /// <param name="instant">The instant at which the obligations are read; if null, the end of time.</param>
    public PostMortem Draft(Incident incident, PostMortemNotes? notes = null, DateTimeOffset? instant = null)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new PostMortemDraft(incident, _policies.OfOrDefault(incident), notes ?? new(), instant ?? DateTimeOffset.MaxValue).Write();
    }

    /// <summary>What a post-mortem lacks; empty if it is complete.</summary>
    public static IReadOnlyList<PostMortemGap> Check(PostMortem postMortem)
    {
        ArgumentNullException.ThrowIfNull(postMortem);
        return PostMortemGaps.Of(postMortem);
    }

    /// <summary>The post-mortem in a format, every value escaped for it, with what it lacks.</summary>
    public string Render(PostMortem postMortem, PostMortemFormat format)
    {
        ArgumentNullException.ThrowIfNull(postMortem);
        ArgumentNullException.ThrowIfNull(format);
        return format.Renderer.Whole(_wordings.Render(WordingName.PostMortem, PostMortemValues.Of(postMortem)));
    }
}
