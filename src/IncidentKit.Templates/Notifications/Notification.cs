namespace IncidentKit.Templates;

/// <summary>A message to customers, ready to be rendered. It sends nothing.</summary>
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

    /// <summary>When it is written, in UTC; null in a draft for an unknown time.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>When the next update will come, in UTC; null if it promises none.</summary>
    public DateTimeOffset? NextUpdateAt { get; }

    /// <summary>What a public page says with it.</summary>
    public PublicStatus Status { get; }

    /// <summary>The subject: one line of plain text, without mentions or markup.</summary>
    public string Subject { get; }

    /// <summary>The body in a format, every value escaped for it, without the subject.</summary>
    public string Render(NotificationFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return format.Renderer.Body(_document);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Kind}: {Subject}";
}
