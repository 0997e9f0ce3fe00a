namespace IncidentKit.Templates;

internal abstract record RichBlock;
