using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>Names the channel of record; a second one moves it.</summary>
public sealed record OpenChannel : ReportCommand
{
    /// <summary>The name of the channel; one is made from date and title where null (P18).</summary>
    public string? Name { get; init; }

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    /// <summary>Names that are taken already, for the suffix of a made name.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string>? Taken { get; init => field = EquatableStringList.From(value); }

    internal override IEnumerable<TextField> Texts =>
        Name is null
            ? [TextField.OptionalText(nameof(Url), Url)]
            : [TextField.Word(nameof(Name), Name), TextField.OptionalText(nameof(Url), Url)];

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new ChannelOpened { Name = Name is { } name ? ChannelName.Bare(name) : NewName(recorder), Url = Url });

    private string NewName(EventRecorder recorder)
    {
        var incident = recorder.Incident;
        var title = incident is { IsRestricted: true, CodeWord: { } word } ? word : incident.Title;
        return ChannelName.For(incident.Facts.Declared.Instant ?? recorder.Now, title, Taken);
    }
}

/// <summary>An update was posted.</summary>
public sealed record PostUpdate : ReportCommand
{
    /// <summary>Who reads it.</summary>
    public required UpdateAudience Audience { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The instant for which it promises the next one.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>What the public page says from then on.</summary>
    public PublicStatus? Status { get; init; }

    internal override IEnumerable<TextField> Texts => [TextField.Text(nameof(Text), Text)];

    internal override RuleBreach? OutOfRange(RuleContext context) =>
        NextUpdateAt is { } next && next <= context.When.Instant
            ? new RuleBreach(
                $"The next update is promised for {When.At(next)}, which is not after this one ({context.When}).",
                "Promise a later time, or none: then the usual one counts.",
                nameof(NextUpdateAt))
            : null;

    internal override void Record(EventRecorder recorder) => recorder.RecordMain(new UpdatePosted
    {
        Audience = Audience, Text = Text, NextUpdateAt = NextUpdateAt?.ToUniversalTime(), Status = Status,
    });
}
