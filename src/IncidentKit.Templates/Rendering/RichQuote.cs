namespace IncidentKit.Templates;

internal sealed record RichQuote(IReadOnlyList<RichBlock> Blocks) : RichBlock;
