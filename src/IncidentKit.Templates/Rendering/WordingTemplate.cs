using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace IncidentKit.Templates;

/// <summary>A wording, parsed once.</summary>
internal sealed class WordingTemplate(string file, Template template)
{
    public string File => file;

    public ScriptPage Page => template.Page!;

    /// <summary>Null where there are faults, which are added to <paramref name="faults"/>.</summary>
    public static WordingTemplate? Parse(string file, string text, List<WordingFault> faults)
    {
        var template = Template.ParseLiquid(text, file);
        foreach (var message in template.Messages.Where(m => m.Type == ParserMessageType.Error))
            faults.Add(new WordingFault { File = file, Line = LineOf(message.Span), Reason = message.Message.Trim() });
        return template.HasErrors ? null : new WordingTemplate(file, template);
    }

    /// <summary>Renders the wording and reads the Markdown that comes out.</summary>
    /// <exception cref="ScriptRuntimeException">The wording fails with these values.</exception>
    public RichDocument Render(WordingValues values)
    {
        var tokens = new ValueTokens();
        var markdown = template.Render(new WordingContext(values.Values, tokens));
        return MarkdownReading.Read(markdown, tokens);
    }

    // At the end of a file the parser gives no line.
    public static int? LineOf(SourceSpan span) => span.Start.Line >= 0 ? span.Start.Line + 1 : null;
}
