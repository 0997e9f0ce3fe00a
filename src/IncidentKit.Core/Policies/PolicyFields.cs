namespace IncidentKit;

/// <summary>The fields of a policy document, in the order in which they are written.</summary>
internal static class PolicyFields
{
    private const string ResponseMissing =
        "is required: { \"within\": \"00:05:00\" }, { \"withinBusinessTime\": \"04:00:00\" } or { \"endOfNextBusinessDay\": true }";

    private static readonly SeverityLevel BlankLevel = new() { Rank = 1, Name = "", Title = "", Impact = "", Response = default };
    private static readonly SeverityRow BlankRow = new() { Name = "", Level = 1, Reason = "" };
    private static readonly EscalationStep BlankStep = new() { Targets = [] };

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    public static IncidentPolicy Policy(DocumentFields f, IncidentPolicy policy) => Policy(f, policy, f.Text("name", policy.Name, true));

    public static IncidentPolicy Policy(DocumentFields f, IncidentPolicy policy, string name) => new()
    {
        Name = name,
        Version = f.Whole("version", policy.Version),
        ProvisionalLevel = f.Whole("provisionalLevel", policy.ProvisionalLevel),
        Levels = f.List("levels", policy.Levels, BlankLevel, Level),
        OwnClassifier = Classifier(f, policy),
        Calendar = f.Object("calendar", policy.Calendar, Calendar),
        Enforcement = Rules(f, policy),
        ClockTolerance = f.Span("clockTolerance", policy.ClockTolerance),
        DetectWithin = f.Span("detectWithin", policy.DetectWithin),
        ReopenWithin = f.Span("reopenWithin", policy.ReopenWithin),
        EarlyPeriod = f.Span("earlyPeriod", policy.EarlyPeriod),
        EarlyPromise = f.Span("earlyPromise", policy.EarlyPromise),
        LatePromise = f.Span("latePromise", policy.LatePromise),
        RelieveAfter = f.Span("relieveAfter", policy.RelieveAfter),
        PostMortemWithin = f.Span("postMortemWithin", policy.PostMortemWithin),
        PublishOnBusinessDay = f.Whole("publishOnBusinessDay", policy.PublishOnBusinessDay),
        PublicPostMortemFrom = f.Span("publicPostMortemFrom", policy.PublicPostMortemFrom),
        UsersExpectPostMortem = f.Flag("usersExpectPostMortem", policy.UsersExpectPostMortem),
        RestrictOnExposure = f.Flag("restrictOnExposure", policy.RestrictOnExposure),
        Escalation = f.Object("escalation", policy.Escalation, Escalation),
    };

    private static SeverityLevel Level(DocumentFields f, SeverityLevel level, int index) => new()
    {
        Rank = index + 1,
        Name = f.Text("name", level.Name, true),
        Title = f.Text("title", level.Title),
        Impact = f.Text("impact", level.Impact),
        Examples = f.Texts("examples", level.Examples),
        Response = f.Object("response", level.Response, Response, ResponseMissing),
        Audience = f.Texts("audience", level.Audience),
        Paging = f.Word("paging", level.Paging),
        Staffing = f.Word("staffing", level.Staffing),
        StaffWithin = f.OptionalSpan("staffWithin", level.StaffWithin),
        StandUpWithin = f.OptionalObject("standUpWithin", level.StandUpWithin, TwoClocks),
        MitigateWithin = f.OptionalObject("mitigateWithin", level.MitigateWithin, TwoClocks),
        FirstPublicUpdateWithin = f.OptionalSpan("firstPublicUpdateWithin", level.FirstPublicUpdateWithin),
        UpdateEvery = f.OptionalSpan("updateEvery", level.UpdateEvery),
        PostMortem = f.Word("postMortem", level.PostMortem),
        WatchFor = f.OptionalSpan("watchFor", level.WatchFor),
    };

    private static ResponseTarget Response(DocumentFields f, ResponseTarget target)
    {
        TimeSpan? On(ResponseClock clock) => target != default && target.Clock == clock ? target.Time : null;
        var within = f.OptionalSpan("within", On(ResponseClock.Elapsed), leftOut: true);
        var business = f.OptionalSpan("withinBusinessTime", On(ResponseClock.BusinessTime), leftOut: true);
        var isNextDay = f.OptionalFlag("endOfNextBusinessDay", On(ResponseClock.EndOfNextBusinessDay) is null ? null : true);
        f.ExactlyOne("within", "withinBusinessTime", "endOfNextBusinessDay");
        return within is { } time ? ResponseTarget.Within(time)
            : business is { } hours ? ResponseTarget.WithinBusinessTime(hours)
            : isNextDay == true ? ResponseTarget.EndOfNextBusinessDay
            : default;
    }

    private static TwoClockDeadline? TwoClocks(DocumentFields f, TwoClockDeadline deadline)
    {
        TimeSpan? Known(TimeSpan span) => span > TimeSpan.Zero ? span : null;
        var since = f.OptionalSpan("fromDetection", Known(deadline.FromDetection));
        var after = f.OptionalSpan("fromAcknowledgement", Known(deadline.FromAcknowledgement));
        if (since is not null && after is not null)
            return new TwoClockDeadline(since.Value, after.Value);
        f.Fault(null, "fromDetection and fromAcknowledgement are both required");
        return null;
    }

    private static (bool IsSet, SeverityClassifier? Table) Classifier(DocumentFields f, IncidentPolicy policy)
    {
        var (isThere, rows) = f.ListOrWord("classifier", "none", policy.Classifier?.Rows, BlankRow, (row, value) => new()
        {
            Name = row.Text("name", value.Name, true),
            Level = row.Whole("level", value.Level, required: true),
            Reason = row.Text("reason", value.Reason, true),
            Data = row.Words("data", value.Data),
            CustomersAffected = row.OptionalFlag("customersAffected", value.CustomersAffected),
            Function = row.Words("function", value.Function),
            State = row.OptionalWord("state", value.State),
            Reach = row.Words("reach", value.Reach),
        });
        return (isThere, rows is null ? null : new SeverityClassifier(rows));
    }

    private static BusinessCalendar Calendar(DocumentFields f, BusinessCalendar calendar)
    {
        var zone = f.Zone("timeZone", calendar.Zone);
        var hours = f.Object("hours", calendar.Hours, (week, value) =>
        {
            Dictionary<DayOfWeek, BusinessHours> days = [];
            foreach (var day in Week)
            {
                BusinessHours? known = value.TryGetValue(day, out var written) ? written : null;
                if (week.OptionalObject(DocumentWords.Of(day), known, Hours, leftOut: true) is { } read)
                    days[day] = read;
            }

            if (days.Count == 0)
                week.Fault(null, "at least one working day is needed");
            return days;
        });
        return new(zone, hours.Count > 0 ? hours : calendar.Hours, f.Dates("holidays", calendar.Holidays.Order()));
    }

    private static BusinessHours? Hours(DocumentFields f, BusinessHours hours)
    {
        var (opens, closes) = (f.Clock("opens", hours.Opens), f.Clock("closes", hours.Closes));
        if (closes == TimeOnly.MinValue || closes > opens)
            return new(opens, closes);
        f.Fault("closes", "closing comes after opening, or is 00:00 for the end of the day");
        return null;
    }

    private static IReadOnlyDictionary<string, RuleEnforcement> Rules(DocumentFields f, IncidentPolicy policy) =>
        f.WordByKey(
            "rules",
            [.. policy.Rules.Where(rule => !rule.IsMandatory).Select(rule => KeyValuePair.Create(rule.Id, policy.EnforcementOf(rule)))],
            [.. BuiltInRules.All.Select(rule => rule.Id)])
        ?? policy.Enforcement;

    private static EscalationPolicy Escalation(DocumentFields f, EscalationPolicy policy) => new()
    {
        Steps = f.List("steps", policy.Steps, BlankStep, (step, value, _) => new()
        {
            Targets = step.TextsOrObjects("targets", value.Targets, target => target.Audience, EscalationTarget.Of, Person),
        }),
        OnCallStep = f.Whole("onCallStep", policy.OnCallStep),
        AcknowledgeWithin = f.Span("acknowledgeWithin", policy.AcknowledgeWithin),
        Repeats = f.Whole("repeats", policy.Repeats, least: 0),
        Silence = f.Span("silence", policy.Silence),
    };

    private static EscalationTarget? Person(DocumentFields f, EscalationTarget? target)
    {
        var person = target?.Person;
        var id = f.Text("person", person?.Id ?? "", true);
        var name = f.OptionalText("name", person is null || person.DisplayName == id ? null : person.DisplayName);
        return string.IsNullOrWhiteSpace(id) ? null : EscalationTarget.Of(new Responder(id, name));
    }
}
