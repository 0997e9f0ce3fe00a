namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>The obligation table, row by row, as its sentences read: slow, repetitive and without a thought for anything else.</summary>
internal sealed class PlainLedger
{
    private readonly PlainRecord _record;
    private readonly List<PlainRow> _rows = [];

    private PlainLedger(PlainRecord record) => _record = record;

    public static IReadOnlyList<PlainRow> Of(PlainRecord record)
    {
        var ledger = new PlainLedger(record);
        ledger.Triage();
        ledger.Mitigation();
        ledger.FirstPublicUpdate();
        ledger.Cadence();
        ledger.PostMortem();
        return [.. ledger._rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(r => r.DueAt is null)
            .ThenBy(r => r.Obligation, StringComparer.Ordinal)
            .ThenBy(r => r.Since)];
    }

    private bool IsMajor => _record.Level <= 2;

    // T0 and the response target make the deadline by which a person acknowledges.
    private Fact ResponseDeadline => _record.Detected.At is { } detected
        ? Fact.Known(_record.Level switch
        {
            1 => detected.AddMinutes(5),
            2 => detected.AddMinutes(30),
            3 => PlainCalendar.AddHours(detected, TimeSpan.FromHours(4)),
            _ => PlainCalendar.EndOfBusinessDayAfter(detected, 1),
        })
        : _record.Detected;

    // From where the obligations since ack run.
    private Fact Ack
    {
        get
        {
            var (acknowledged, deadline) = (_record.Acknowledged, ResponseDeadline);
            if (deadline.IsUnknown)
                return acknowledged.At is null ? Fact.Unknown : acknowledged;
            if (deadline.HasNotHappened)
                return acknowledged.IsUnknown ? default : acknowledged;
            if (acknowledged.IsUnknown)
                return acknowledged;
            if (acknowledged.At <= deadline.At)
                return acknowledged;
            return deadline.At <= _record.Now ? deadline : default;
        }
    }

    // While nobody has acknowledged, due times that hang on ack are reckoned from the deadline.
    private Fact AckForDueTimes => Ack.HasNotHappened ? ResponseDeadline : Ack;

    private void Triage()
    {
        var detected = _record.Detected;
        Judge("acknowledge", detected, ResponseDeadline, _record.Acknowledged);

        if (_record.Level == 4)
        {
            Spare("assignCommander");
        }
        else
        {
            Judge(
                "assignCommander",
                Ack,
                Ack.Plus(TimeSpan.FromMinutes(2)),
                _record.Roles is { } roles ? [.. roles.Where(r => r.Role == "IncidentCommander").Select(r => r.At)] : [Fact.Unknown]);
        }

        if (!IsMajor)
        {
            Spare("staffRoles", "setLevel", "openChannel");
            return;
        }

        if (!Ack.HasNotHappened)
            _rows.Add(PlainStaffing.Row(_record.Roles, Ack, Ack.Plus(TimeSpan.FromMinutes(2)), _record.Now));
        var due = Fact.Later(detected.Plus(TimeSpan.FromMinutes(5)), AckForDueTimes.Plus(TimeSpan.FromMinutes(2)));
        Judge("setLevel", detected, due, _record.LevelSet);
        Judge("openChannel", detected, due, _record.ChannelOpened);
    }

    private void Mitigation()
    {
        if (!IsMajor)
        {
            Spare("mitigate");
            return;
        }

        var due = Fact.Later(_record.Detected.Plus(TimeSpan.FromMinutes(30)), AckForDueTimes.Plus(TimeSpan.FromMinutes(25)));
        Judge("mitigate", _record.Detected, due, _record.Mitigated, _record.Escalated);
        foreach (var recurrence in _record.Recurrences)
        {
            var from = Fact.Known(recurrence.At);
            Judge("mitigate", from, from.Plus(TimeSpan.FromMinutes(30)), From(recurrence.At, recurrence.Mitigated, _record.Escalated));
        }
    }

    private void FirstPublicUpdate()
    {
        if (!IsMajor || !_record.CustomersAffected)
        {
            Spare("firstPublicUpdate");
            return;
        }

        Fact[] updates = _record.Updates is { } known ? [.. known.Where(u => u.Public).Select(u => u.At)] : [Fact.Unknown];
        Judge("firstPublicUpdate", Ack, Ack.Plus(TimeSpan.FromMinutes(10)), updates);
        foreach (var recurrence in _record.Recurrences)
        {
            var from = Fact.Known(recurrence.At);
            Judge("firstPublicUpdate", from, from.Plus(TimeSpan.FromMinutes(10)), From(recurrence.At, updates));
        }
    }

    private void Cadence()
    {
        if (!IsMajor || !_record.CustomersAffected)
            Spare("publicUpdate");
        else
            _rows.AddRange(PlainCadence.Rows(_record, "publicUpdate", u => u.Public, default));

        if (!IsMajor)
            Spare("internalUpdate");
        else
            _rows.AddRange(PlainCadence.Rows(_record, "internalUpdate", _ => true, Ack));
    }

    private void PostMortem()
    {
        if (IsMajor || (_record.Level == 3 && (_record.DataLost || _record.Recurrences.Count > 0)))
        {
            foreach (var (name, since, due, meeting) in PlainPostMortem.Demands(_record))
                Judge(name, since, due, meeting);
        }
        else
        {
            Spare("fixPostMortem", "holdPostMortem", "publishPostMortem");
        }
    }

    private void Judge(string name, Fact since, Fact due, params Fact[] meetings)
    {
        if (!since.HasNotHappened)
            _rows.Add(Judged(name, since, due, meetings, _record.Now));
    }

    /// <summary>A row whose start has happened, met by the first of some facts.</summary>
    public static PlainRow Judged(string name, Fact since, Fact due, IEnumerable<Fact> meetings, DateTimeOffset now)
    {
        var first = meetings.Select(m => m.At).Min();
        var mayBeEarlier = meetings.Any(m => m.IsUnknown);
        if (since.At is null || due.At is null)
            return new PlainRow(name, since.At, due.At, mayBeEarlier ? null : first, "unknown");
        if (first <= due.At)
            return new PlainRow(name, since.At, due.At, first, "met");
        if (mayBeEarlier)
            return new PlainRow(name, since.At, due.At, null, "unknown");
        if (first is not null)
            return new PlainRow(name, since.At, due.At, first, "metLate");
        return new PlainRow(name, since.At, due.At, null, due.At > now ? "pending" : "missed");
    }

    private void Spare(params string[] names) => _rows.AddRange(names.Select(name => new PlainRow(name, null, null, null, "notRequired")));

    // After a recurrence only what happens from then on counts.
    private static Fact[] From(DateTimeOffset start, params Fact[] facts) => [.. facts.Where(f => f.IsUnknown || f.At >= start)];
}
