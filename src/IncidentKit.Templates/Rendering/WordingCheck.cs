using Scriban.Syntax;

namespace IncidentKit.Templates;

/// <summary>Walks the syntax tree of a wording, then tries it with and without what may be absent.</summary>
internal static class WordingCheck
{
    /// <summary>Null where there are faults, which are added to <paramref name="faults"/>.</summary>
    public static WordingTemplate? Read(string file, string name, string text, List<WordingFault> faults)
    {
        var shape = WordingName.Shapes[name];
        var found = new List<WordingFault>();
        if (ValueTokens.AreIn(text))
        {
            const string reason = "it holds private-use characters between U+EEF0 and U+EEFB, "
                + "which stand for values while a message is made: take them out";
            found.Add(new WordingFault { File = file, Reason = reason });
        }

        WordingTemplate? template = null;
        try
        {
            template = WordingTemplate.Parse(file, text, found);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException
            or IndexOutOfRangeException or FormatException or OverflowException)
        {
            found.Add(new WordingFault { File = file, Reason = "the parser gives up: " + e.Message });
        }

        if (template is not null)
            new WordingWalk(file, shape, found).Visit(template.Page);
        if (template is not null && found.Count == 0)
            Try(template, shape, found);
        faults.AddRange(found);
        return found.Count == 0 ? template : null;
    }

    private static void Try(WordingTemplate template, WordingShape shape, List<WordingFault> faults)
    {
        foreach (var full in (ReadOnlySpan<bool>)[true, false])
        {
            try
            {
                if (DocumentRenderer.PlainLine(template.Render(shape.Sample(full)).Title).Length == 0)
                {
                    var subject = shape.Knows("title") ? "# {{ title }}" : "# {{ service }}";
                    var reason = $"there is no subject: begin with a line such as \"{subject}\"";
                    faults.Add(new WordingFault { File = template.File, Line = 1, Reason = reason });
                    return;
                }
            }
            catch (ScriptRuntimeException e)
            {
                faults.Add(new WordingFault { File = template.File, Line = WordingTemplate.LineOf(e.Span), Reason = e.OriginalMessage });
                return;
            }
        }
    }
}
