namespace IncidentKit.Templates;

/// <summary>What the record proposes as having gone well and poorly (P52): one point per topic, no person as subject.</summary>
internal sealed class PostMortemProposals
{
    private static readonly string[] Topics =
    [
        DetectionWords.Topic, ObligationWords.Response, ObligationWords.Staffing, ObligationWords.Mitigation,
        ObligationWords.Communication, ObligationWords.Review, DeviationWords.Order, DeviationWords.Ending,
    ];

    public PostMortemProposals(Incident incident, IncidentPolicy policy, DateTimeOffset instant)
    {
        var obligations = new ObligationLedger(policy).At(incident, instant);
        var order = policy.Obligations.Select(definition => definition.Name).ToList();
        var words = new ObligationWords(incident);
        var cadences = obligations.GroupBy(o => o.Name)
            .Where(rows => CadenceWords.IsCadence(rows.Key))
            .Select(rows => CadenceWords.Of(rows.Key, [.. rows]))
            .ToList();
        var single = obligations.Where(o => !CadenceWords.IsCadence(o.Name)).OrderBy(o => order.IndexOf(o.Name)).ToList();
        var detection = DetectionWords.Of(incident, policy, instant);
        Well = Group(
        [
            detection is { IsWell: true } early ? early.Point : null,
            .. single.Where(o => o.Status == ObligationStatus.Met).Select(words.Of),
            .. cadences.Select(cadence => cadence.Well),
        ]);
        Poorly = Group(
        [
            detection is { IsWell: false } late ? late.Point : null,
            .. single.Where(o => o.Status is ObligationStatus.MetLate or ObligationStatus.Missed).Select(words.Of),
            .. cadences.Select(cadence => cadence.Poorly),
            UnderstaffedWords.Of(incident, policy, instant),
            .. DeviationWords.Of(incident, policy),
        ]);
    }

    public IReadOnlyList<PostMortemPoint> Well { get; }

    public IReadOnlyList<PostMortemPoint> Poorly { get; }

    private static IReadOnlyList<PostMortemPoint> Group(IEnumerable<ProposedPoint?> points) =>
    [
        .. points.OfType<ProposedPoint>()
            .GroupBy(point => point.Topic)
            .OrderBy(topic => Array.IndexOf(Topics, topic.Key))
            .Select(topic => new PostMortemPoint
            {
                Topic = topic.Key,
                IsProposed = true,
                Text = string.Join("; ", topic.Select(point => point.Text)) + ".",
            }),
    ];
}
