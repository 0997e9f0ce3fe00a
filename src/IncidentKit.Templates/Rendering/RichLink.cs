namespace IncidentKit.Templates;

internal sealed record RichLink(string Address, IReadOnlyList<RichInline> Content) : RichInline;
