namespace IncidentKit.Templates;

internal sealed record RichRule : RichBlock;
