namespace IncidentKit.Templates;

internal sealed record RichEmphasis(bool IsStrong, IReadOnlyList<RichInline> Content) : RichInline;
