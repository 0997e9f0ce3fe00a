namespace IncidentKit.Templates;

/// <summary>Bulleted without a first number.</summary>
internal sealed record RichList(int? First, IReadOnlyList<IReadOnlyList<RichBlock>> Items) : RichBlock;
