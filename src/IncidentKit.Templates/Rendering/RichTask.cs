namespace IncidentKit.Templates;

internal sealed record RichTask(bool IsDone) : RichInline;
