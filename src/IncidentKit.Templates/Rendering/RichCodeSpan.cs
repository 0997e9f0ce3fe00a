namespace IncidentKit.Templates;

internal sealed record RichCodeSpan(string Text) : RichInline;
