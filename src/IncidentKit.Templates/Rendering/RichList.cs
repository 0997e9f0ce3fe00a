namespace IncidentKit.Templates;

/// <summary>A list: bulleted where it has no first number.</summary>
internal sealed record RichList(int? First, IReadOnlyList<IReadOnlyList<RichBlock>> Items) : RichBlock;
