namespace IncidentKit.Templates;

internal abstract record RichInline;
