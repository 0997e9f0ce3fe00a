namespace IncidentKit.Templates;

/// <summary>A value may have several lines, and what it says is never obeyed.</summary>
internal sealed record RichText(string Text, bool IsValue) : RichInline;
