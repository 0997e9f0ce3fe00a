using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>A text that a person typed into a command, with its limits.</summary>
internal readonly record struct TypedText(string Field, string? Value, int Limit, bool Required, bool SingleLine)
{
    public const int Line = 200;
    public const int Page = 65_536;

    /// <summary>The typed texts of a command.</summary>
    public static IReadOnlyList<TypedText> Of(IncidentCommand command)
    {
        TypedText[] texts = command switch
        {
            DeclareIncident c =>
            [
                Word(nameof(c.Title), c.Title),
                Word(nameof(c.Service), c.Service),
                .. (c.Labels ?? []).Select(label => Word(nameof(c.Labels), label)),
                OptionalWord(nameof(c.AlertKey), c.AlertKey),
            ],
            DescribeImpact c => [OptionalWord(nameof(c.Feature), c.Feature), OptionalText(nameof(c.Symptom), c.Symptom)],
            Retitle c => [Word(nameof(c.Title), c.Title)],
            OpenChannel c =>
                c.Name is null ? [OptionalText(nameof(c.Url), c.Url)] : [Word(nameof(c.Name), c.Name), OptionalText(nameof(c.Url), c.Url)],
            HandOffRole c => [OptionalText(nameof(c.Note), c.Note)],
            TakeCommand c => [Text(nameof(c.Reason), c.Reason)],
            BeginMitigation c => [OptionalText(nameof(c.Description), c.Description)],
            RecordMitigation c => [OptionalText(nameof(c.Description), c.Description)],
            DeclareMitigated c => [OptionalText(nameof(c.Statement), c.Statement)],
            RecordFinding c => [Text(nameof(c.Text), c.Text), OptionalText(nameof(c.Link), c.Link)],
            IdentifyCause c => [Text(nameof(c.Cause), c.Cause)],
            EscalateUnmitigated c => [OptionalText(nameof(c.Statement), c.Statement)],
            EngageVendor c => [Word(nameof(c.Vendor), c.Vendor), OptionalWord(nameof(c.Case), c.Case)],
            Page c => [OptionalWord(nameof(c.Audience), c.Audience), OptionalText(nameof(c.Message), c.Message)],
            RecordPaging c =>
            [
                Text(nameof(c.Delivery), c.Delivery), OptionalWord(nameof(c.Audience), c.Audience),
                OptionalText(nameof(c.Reason), c.Reason),
            ],
            PostUpdate c => [Text(nameof(c.Text), c.Text)],
            ReportRecurrence c => [OptionalText(nameof(c.Statement), c.Statement)],
            SetTemporaryAlert c => [Text(nameof(c.Alert), c.Alert)],
            AddActionItem c =>
                [Text(nameof(c.Action), c.Action), OptionalWord(nameof(c.Owner), c.Owner), OptionalWord(nameof(c.Priority), c.Priority)],
            AmendActionItem c =>
            [
                OptionalText(nameof(c.Action), c.Action), OptionalWord(nameof(c.Owner), c.Owner),
                OptionalWord(nameof(c.Priority), c.Priority),
            ],
            AttachAlert c => [Word(nameof(c.Key), c.Key), OptionalText(nameof(c.Text), c.Text), OptionalText(nameof(c.Link), c.Link)],
            ClearAlert c => [Word(nameof(c.Key), c.Key)],
            TakeOverDuplicate c => [.. (c.AlertKeys ?? []).Select(key => Word(nameof(c.AlertKeys), key))],
            Restrict c => [OptionalText(nameof(c.Reason), c.Reason)],
            LiftRestriction c => [Text(nameof(c.Reason), c.Reason)],
            MeetObligation c => [Word(nameof(c.Obligation), c.Obligation), OptionalText(nameof(c.Evidence), c.Evidence)],
            AddNote c => [Text(nameof(c.Text), c.Text), OptionalText(nameof(c.Link), c.Link)],
            MarkUnknown c => c.Facts is null ? [Word(nameof(c.Facts), null)] : [.. c.Facts.Select(fact => Word(nameof(c.Facts), fact))],
            CorrectTime c => [Text(nameof(c.Reason), c.Reason)],
            Redact c => [Text(nameof(c.Reason), c.Reason)],
            ReviewSeverity c => [Text(nameof(c.Reason), c.Reason)],
            LowerSeverity c => [Text(nameof(c.Reason), c.Reason)],
            WaiveObligation c => [Word(nameof(c.Obligation), c.Obligation), Text(nameof(c.Reason), c.Reason)],
            WaiveDemand c => [Word(nameof(c.Rule), c.Rule), Text(nameof(c.Reason), c.Reason)],
            ResolveIncident c => [OptionalText(nameof(c.Statement), c.Statement)],
            PublishPostMortem c => [OptionalText(nameof(c.Url), c.Url)],
            EndWatch c => [Text(nameof(c.Reason), c.Reason)],
            CancelIncident c => [Text(nameof(c.Reason), c.Reason), OptionalWord(nameof(c.Ticket), c.Ticket)],
            ReopenIncident c => [Text(nameof(c.Reason), c.Reason)],
            _ => [],
        };
        return command.IdempotencyKey is { } key ? [Word(nameof(command.IdempotencyKey), key), .. texts] : texts;
    }

    /// <summary>Whether it is needed and shows nothing: blanks, control characters and marks without a shape.</summary>
    public bool IsMissing => Required && (Value is null || Value.EnumerateRunes().All(IsInvisible));

    public bool IsTooLong => Value?.Length > Limit;

    /// <summary>Where the first character stands that no store keeps or, in a line, no screen shows; -1 where there is none.</summary>
    public int FirstBadCharacter()
    {
        for (var i = 0; i < Value?.Length; i++)
        {
            var c = Value[i];
            if (char.IsHighSurrogate(c) && i + 1 < Value.Length && char.IsLowSurrogate(Value[i + 1]))
                i++;
            else if (c == 0 || char.IsSurrogate(c) || (SingleLine && IsOfNoLine(c)))
                return i;
        }

        return -1;
    }

    private static bool IsOfNoLine(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static TypedText Word(string field, string? value) => new(field, value ?? "", Line, true, true);

    private static TypedText OptionalWord(string field, string? value) => new(field, value, Line, false, true);

    private static TypedText Text(string field, string? value) => new(field, value ?? "", Page, true, false);

    private static TypedText OptionalText(string field, string? value) => new(field, value, Page, false, false);
}
