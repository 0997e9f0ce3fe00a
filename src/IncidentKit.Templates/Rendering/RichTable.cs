namespace IncidentKit.Templates;

/// <summary>A table; the first row is its head.</summary>
internal sealed record RichTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<RichInline>>> Rows) : RichBlock;
