namespace IncidentKit.Templates;

internal sealed record RichHeading(int Level, IReadOnlyList<RichInline> Content) : RichBlock;
