namespace IncidentKit.Templates;

// The whole vocabulary of a document on one page: what Markdown of a wording becomes, and what every format is made from.
// Values stand in their places; the address of a link has been checked.

/// <summary>A document: its title, which is the subject of a message, and its blocks.</summary>
/// <remarks>Immutable and thread-safe, as are all its parts.</remarks>
internal sealed record RichDocument(IReadOnlyList<RichInline> Title, IReadOnlyList<RichBlock> Blocks);

internal abstract record RichBlock;

internal sealed record RichHeading(int Level, IReadOnlyList<RichInline> Content) : RichBlock;

internal sealed record RichParagraph(IReadOnlyList<RichInline> Content) : RichBlock;

/// <summary>A list: bulleted where it has no first number.</summary>
internal sealed record RichList(int? First, IReadOnlyList<IReadOnlyList<RichBlock>> Items) : RichBlock;

internal sealed record RichQuote(IReadOnlyList<RichBlock> Blocks) : RichBlock;

internal sealed record RichCode(string Text) : RichBlock;

internal sealed record RichRule : RichBlock;

/// <summary>A table; the first row is its head.</summary>
internal sealed record RichTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<RichInline>>> Rows) : RichBlock;

internal abstract record RichInline;

/// <summary>Text of the wording, or a value; a value may have several lines, and what it says is never obeyed.</summary>
internal sealed record RichText(string Text, bool IsValue) : RichInline;

internal sealed record RichEmphasis(bool IsStrong, IReadOnlyList<RichInline> Content) : RichInline;

internal sealed record RichCodeSpan(string Text) : RichInline;

internal sealed record RichLink(string Address, IReadOnlyList<RichInline> Content) : RichInline;

internal sealed record RichBreak(bool IsHard) : RichInline;

internal sealed record RichTask(bool IsDone) : RichInline;
