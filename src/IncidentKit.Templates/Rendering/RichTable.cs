namespace IncidentKit.Templates;

/// <summary>The first row is the head.</summary>
internal sealed record RichTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<RichInline>>> Rows) : RichBlock;
