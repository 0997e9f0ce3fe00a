namespace IncidentKit.Templates;

/// <summary>A message to customers, complete and ready to be rendered in any format. Nothing is sent by it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Notification
{
    private readonly RichDocument _document;

    internal Notification(
        NotificationKind kind,
        DateTimeOffset? at,
        DateTimeOffset? nextUpdateAt,
        PublicStatus status,
        RichDocument document)
    {
        (Kind, At, NextUpdateAt, Status, _document) = (kind, at, nextUpdateAt, status, document);
        Subject = DocumentRenderer.PlainLine(document.Title);
    }

    /// <summary>Which message it is.</summary>
    public NotificationKind Kind { get; }

    /// <summary>The instant it is written for, in UTC; null in a draft for a time that nobody knows.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>The instant by which it promises the next update, in UTC; null where it promises none.</summary>
    public DateTimeOffset? NextUpdateAt { get; }

    /// <summary>What a public page says with it.</summary>
    public PublicStatus Status { get; }

    /// <summary>The subject: one line of plain text, without mentions or markup.</summary>
    public string Subject { get; }

    /// <summary>The body in <paramref name="format"/>, every value escaped for it. The subject is no part of it.</summary>
    public string Render(NotificationFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return format.Renderer.Body(_document);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Kind}: {Subject}";
}
