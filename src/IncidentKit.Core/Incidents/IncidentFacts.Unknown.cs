namespace IncidentKit;

/// <content>Facts that a retrospective incident marks as unknown.</content>
public sealed partial class IncidentFacts
{
    private void MarkUnknown()
    {
        foreach (var fact in _unknown)
        {
            foreach (var series in SeriesOf(fact))
                series.MarkUnknown();
        }
    }

    private OccurrenceSeries[] SeriesOf(string fact) => fact switch
    {
        UnknownFacts.Acknowledged => [Acknowledged],
        UnknownFacts.LevelSet => [LevelSet],
        UnknownFacts.ChannelOpened => [ChannelOpened],
        UnknownFacts.Escalated => [Escalated],
        UnknownFacts.Resolved => [Resolved],
        UnknownFacts.PostMortemFixed => [PostMortemFixed],
        UnknownFacts.PostMortemHeld => [PostMortemHeld],
        UnknownFacts.PostMortemPublished => [PostMortemPublished],
        UnknownFacts.Roles => [Commanded],
        UnknownFacts.Updates => [PublicUpdates, AnyUpdates],
        _ => UnknownFacts.RecurrenceOf(fact) is { } recurrence ? [MitigatedAfter(recurrence)] : [],
    };
}
