using System.Text;
using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>Gives the incident a better title.</summary>
public sealed record Retitle : ReportCommand
{
    /// <summary>What is wrong, in one line of at most 200 characters.</summary>
    public required string Title { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Word(nameof(Title), Title)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new Retitled { Title = Title });
}

/// <summary>A note, a marked chat message, a link.</summary>
public sealed record AddNote : ReportCommand, IFitsEveryPhase
{
    /// <summary>The note.</summary>
    public required string Text { get; init; }

    /// <summary>A link to evidence.</summary>
    public string? Link { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Text), Text), TextField.OptionalText(nameof(Link), Link)];

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new NoteAdded { Text = Text, Link = Link });
}

/// <summary>Records a custom fact, which means something to the host and nothing to the library.</summary>
public sealed record RecordCustomFact : ReportCommand, IFitsEveryPhase
{
    /// <summary>The name, with a prefix of the host's: <c>acme.deployRolledBack</c>. A line of at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What is known, as JSON text of at most 64 KB in UTF-8 and 64 levels; null if the name says it all. It is kept with keys in
    /// ordinal order, without blanks.
    /// </summary>
    public string? Data { get; init => field = value is null ? null : CanonicalJson.Of(value, out _) ?? value; }

    internal override IEnumerable<TextField> Texts => [TextField.Word(nameof(Name), Name), TextField.OptionalText(nameof(Data), Data)];

    /// <summary>What is wrong with its name and its data; null where both are sound.</summary>
    internal RuleBreach? Malformed()
    {
        var breach = CustomFactRecorded.HasPrefix(Name)
            ? null
            : new RuleBreach("Name has no prefix.", "Put a prefix of your own before it: acme.deployRolledBack.", nameof(Name));
        if (Data is null)
            return breach;
        return FormChecks.And(breach, CanonicalJson.Of(Data, out var fault) switch
        {
            null => new RuleBreach(
                $"Data cannot be read: {fault}",
                "Write it as JSON text of at most 64 levels, each key once, such as {\"version\": 7}.",
                nameof(Data)),
            var data when Encoding.UTF8.GetByteCount(data) is > CustomFactRecorded.MaxBytes and var bytes => new RuleBreach(
                Invariant($"Data has {bytes:N0} bytes; {CustomFactRecorded.MaxBytes:N0} are allowed."),
                "Keep it elsewhere, and record where.",
                nameof(Data)),
            _ => null,
        });
    }

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new CustomFactRecorded { Name = Name, Data = Data ?? "null" });
}

/// <summary>
/// Marks facts of a retrospective incident as unknown: see <see cref="UnknownFacts"/>. In one that is under way it
/// is recorded and has no effect.
/// </summary>
public sealed record MarkUnknown : ReportCommand, IFitsEveryPhase
{
    /// <summary>The names of the facts.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public required IReadOnlyList<string> Facts { get; init => field = EquatableStringList.From(value)!; }

    internal override IEnumerable<TextField> Texts =>
        Facts is null ? [TextField.Word(nameof(Facts), null)] : Facts.Select(fact => TextField.Word(nameof(Facts), fact));

    internal override RuleBreach? MissingReference(RuleContext context) =>
        Facts?.FirstOrDefault(fact => fact is not null && !UnknownFacts.IsKnown(fact)) is { } unknown
            ? FormBreach.NoneOf("fact", unknown, [.. UnknownFacts.All, "mitigated#1 and so on"], nameof(Facts))
            : null;

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new FactsUnknown { Facts = Facts });
}

/// <summary>Corrects the time at which an earlier fact happened.</summary>
public sealed record CorrectTime : ReportCommand, IFitsEveryPhase
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>When it really happened.</summary>
    public required When To { get; init; }

    /// <summary>How it is known.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("event", Of, context.Incident.Version, nameof(Of))
        ?? (To.IsNow
            ? new RuleBreach(
                "To must be an instant or unknown, not now.",
                "Give the instant at which it happened, or say that it is unknown.",
                nameof(To))
            : null);

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new TimeCorrected { Of = Of, To = To, Reason = Reason });
}

/// <summary>Replaces the text of an earlier fact: a pasted secret, personal data. The fact itself stays (P24).</summary>
public sealed record Redact : ReportCommand, IFitsEveryPhase
{
    /// <summary>The sequence number of the fact.</summary>
    public required long Of { get; init; }

    /// <summary>Why; do not repeat the secret here.</summary>
    public required string Reason { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Reason), Reason)];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        FormBreach.NoneOf("event", Of, context.Incident.Version, nameof(Of));

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new TextRedacted { Of = Of, Reason = Reason });
}
