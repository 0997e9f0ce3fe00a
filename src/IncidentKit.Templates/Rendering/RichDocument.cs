namespace IncidentKit.Templates;

// What Markdown of a wording becomes, and what every format is made from.
// Values stand in their places; the address of a link has been checked.

/// <summary>The title is the subject of a message.</summary>
internal sealed record RichDocument(IReadOnlyList<RichInline> Title, IReadOnlyList<RichBlock> Blocks);
