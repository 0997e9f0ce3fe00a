namespace IncidentKit;

/// <summary>Replaces the texts that were redacted, in one pass over the events. For one pass, and one thread.</summary>
/// <remarks>
/// A redaction reaches the text wherever the library copied it: in the two facts of one command, and in each later statement of the same
/// action item. Equal text in other facts is not changed.
/// </remarks>
internal sealed class Redactions
{
    private readonly IncidentEvent[] _events;
    private readonly Dictionary<(int Item, string Text), Stack<int>> _statements = [];

    private Redactions(IncidentEvent[] events) => _events = events;

    /// <summary>Replaces every redacted text in <paramref name="events"/>.</summary>
    public static void Apply(IncidentEvent[] events)
    {
        if (!Array.Exists(events, happened => happened is TextRedacted))
            return;
        var redactions = new Redactions(events);
        for (var at = 0; at < events.Length; at++)
            redactions.Read(at);
    }

    private void Read(int at)
    {
        if (_events[at] is ActionItemStated item)
        {
            foreach (var text in TextsOf(item))
                Statements(item.Number, text).Push(at);
        }
        else if (_events[at] is TextRedacted redaction && redaction.Of >= 1 && redaction.Of <= at + 1)
        {
            Redact((int)redaction.Of - 1, at);
        }
    }

    private void Redact(int at, int by)
    {
        var redacted = _events[at];
        var texts = TextsOf(redacted);
        if (texts.Count == 0)
            return;
        for (var near = Math.Max(at - 1, 0); near <= Math.Min(at + 1, by); near++)
        {
            if (near == at || AreOfOneCommand(_events[near], redacted))
                Replace(near, texts);
        }

        if (redacted is not ActionItemStated item)
            return;
        // Each statement leaves the stack when its text is replaced, so that all redactions together take one pass.
        foreach (var text in texts)
        {
            for (var later = Statements(item.Number, text); later.TryPeek(out var statement) && statement >= at; later.Pop())
                Replace(statement, [text]);
        }
    }

    private void Replace(int at, HashSet<string> texts) =>
        _events[at] = _events[at].MapText(text => texts.Contains(text) ? Incident.RedactedText : text);

    private Stack<int> Statements(int item, string text)
    {
        if (!_statements.TryGetValue((item, text), out var statements))
            _statements.Add((item, text), statements = new Stack<int>());
        return statements;
    }

    private static bool AreOfOneCommand(IncidentEvent a, IncidentEvent b) =>
        a.RecordedAt == b.RecordedAt
        && a.By == b.By
        && ((a, b) switch
        {
            (MitigationBegun begun, MitigationRecorded recorded) => begun.Attempt == recorded.Attempt,
            (MitigationRecorded recorded, MitigationBegun begun) => begun.Attempt == recorded.Attempt,
            _ => a.Implied || b.Implied,
        });

    private static HashSet<string> TextsOf(IncidentEvent happened)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        happened.MapText(text =>
        {
            texts.Add(text);
            return text;
        });
        texts.Remove(Incident.RedactedText);
        return texts;
    }
}
