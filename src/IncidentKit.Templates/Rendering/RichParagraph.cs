namespace IncidentKit.Templates;

internal sealed record RichParagraph(IReadOnlyList<RichInline> Content) : RichBlock;
