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
    public Incident ForOutsiders() => IsRestricted ? Replay(_history.Select(ForOutsiders)) : this;

    /// <summary>A fact of this incident as outsiders may see it.</summary>
    internal IncidentEvent ForOutsiders(IncidentEvent happened)
    {
        if (!IsRestricted)
            return happened;
        var title = $"Restricted: {CodeWord}";
        var masked = happened.MapText(static _ => RestrictedText) switch
        {
            IncidentDeclared e => e with { Title = title, Service = RestrictedText, Labels = null },
            Retitled e => e with { Title = title },
            ChannelOpened e => e with { Name = e.Name.Contains(CodeWord!, StringComparison.Ordinal) ? e.Name : RestrictedText },
            ImpactDescribed e => e with { DataExposed = null },
            AlertAttached e => e with { Key = RestrictedText },
            AlertCleared e => e with { Key = RestrictedText },
            DuplicateTakenOver e => e with { AlertKeys = null },
            PagingStepEvent e => e with { Audience = Masked(e.Audience), Delivery = OfEngine(e.Delivery) },
            PagingEvent e => e with { Delivery = OfEngine(e.Delivery) },
            DeviationRecorded e => e with { Message = RestrictedText },
            var other => other,
        };
        return masked with { Stamp = null, By = masked.By is SystemActor ? new SystemActor(RestrictedText) : masked.By };

        static string? Masked(string? text) => text is null ? null : RestrictedText;

        // An id that the engine made holds no text of the incident; one that somebody typed may.
        string OfEngine(string delivery) => delivery.StartsWith($"{Id}/", StringComparison.Ordinal) ? delivery : RestrictedText;
    }
}
