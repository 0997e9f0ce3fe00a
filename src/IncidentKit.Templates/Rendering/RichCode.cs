namespace IncidentKit.Templates;

internal sealed record RichCode(string Text) : RichBlock;
