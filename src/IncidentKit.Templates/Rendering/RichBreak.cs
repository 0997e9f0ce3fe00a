namespace IncidentKit.Templates;

internal sealed record RichBreak(bool IsHard) : RichInline;
