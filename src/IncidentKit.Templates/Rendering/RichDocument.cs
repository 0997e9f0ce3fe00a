namespace IncidentKit.Templates;

// What Markdown of a wording becomes, and what every format is made from.
// Values stand in their places; the address of a link has been checked.

/// <summary>A document: its title, which is the subject of a message, and its blocks.</summary>
/// <remarks>Immutable and thread-safe, as are all its parts.</remarks>
internal sealed record RichDocument(IReadOnlyList<RichInline> Title, IReadOnlyList<RichBlock> Blocks);
