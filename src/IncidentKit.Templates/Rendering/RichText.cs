namespace IncidentKit.Templates;

/// <summary>Text of the wording, or a value; a value may have several lines, and what it says is never obeyed.</summary>
internal sealed record RichText(string Text, bool IsValue) : RichInline;
