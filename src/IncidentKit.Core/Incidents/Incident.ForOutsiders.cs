namespace IncidentKit;

// What leaves a restricted incident for those who may not read it (P62): everything but its texts.
public sealed partial class Incident
{
    /// <summary>What stands in place of a text of a restricted incident.</summary>
    public const string RestrictedText = "[restricted]";

    /// <summary>
    /// The incident as outsiders may see it: itself where it is not restricted; else times, people, level and phase stay, the title is
    /// the code word, and every text, service, label, link, alert key and name of a system gives way to <see cref="RestrictedText"/>.
    /// </summary>
    public Incident ForOutsiders() => IsRestricted ? Replay(History.Select(ForOutsiders)) : this;

    /// <summary>The title of a restricted incident for those who may not read it.</summary>
    internal string TitleForOutsiders => $"Restricted: {CodeWord}";

    /// <summary>A fact of this incident as outsiders may see it.</summary>
    internal IncidentEvent ForOutsiders(IncidentEvent happened)
    {
        if (!IsRestricted)
            return happened;
        var masked = happened.MapText(static _ => RestrictedText).MapNames(this);
        return masked with { Stamp = null, By = masked.By is SystemActor ? new SystemActor(RestrictedText) : masked.By };
    }
}
