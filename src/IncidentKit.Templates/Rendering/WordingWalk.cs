using Scriban.Syntax;

namespace IncidentKit.Templates;

/// <summary>Reports names and filters that do not exist, wherever they stand in the syntax tree.</summary>
internal sealed class WordingWalk(string file, WordingShape shape, List<WordingFault> faults) : ScriptVisitor
{
    private static readonly HashSet<string> Words =
        new() { "nil", "null", "blank", "empty", "true", "false", "forloop", "for", "size", "continue" };

    // What the wording names itself: a loop over a known list brings the shape of its items, anything else brings none.
    private readonly Dictionary<string, WordingShape?> _named = new();

    // What a surrounding condition asks for, and so knows to be there.
    private readonly List<string> _asked = [];

    public override void Visit(ScriptForStatement node)
    {
        Visit(node.Iterator);
        var name = (node.Variable as ScriptVariable)?.Name ?? "";
        var item = node.Iterator is ScriptVariable list ? shape.Lists.GetValueOrDefault(list.Name) : null;
        var (had, before) = (_named.TryGetValue(name, out var earlier), _asked.Count);
        _named[name] = item;
        Visit(node.NamedArguments);
        Visit(node.Body);
        Visit(node.Else);
        if (had)
            _named[name] = earlier;
        _asked.RemoveRange(before, _asked.Count - before);
    }

    public override void Visit(ScriptTableRowStatement node) => Fault(node, "\"tablerow\" makes HTML: write a Markdown table with \"for\"");

    public override void Visit(ScriptAssignExpression node) => Naming(node.Target, node.Value);

    public override void Visit(ScriptCaptureStatement node) => Naming(node.Target, node.Body);

    public override void Visit(ScriptIfStatement node) => Asking(node.Condition, () => base.Visit(node));

    public override void Visit(ScriptCaseStatement node) => Asking(node.Value, () => base.Visit(node));

    public override void Visit(ScriptExpressionStatement node)
    {
        base.Visit(node);
        if (node.Expression is { } printed && NameOf(printed) is { } name && MayBeAbsent(printed) && !_asked.Contains(name))
            Fault(node, $"\"{name}\" may be absent: print it within \"{{% if {name} %}}\", or give it a default");
    }

    public override void Visit(ScriptPipeCall node)
    {
        Visit(node.From);
        if (node.To is ScriptPipeCall more)
            Visit(more);
        else
            VisitFilter(node.To);
    }

    public override void Visit(ScriptFunctionCall node)
    {
        if (node.Target is ScriptVariable target && !Knows(target.Name))
            Fault(node, target.Name == "include" ? "\"include\" is not there: write the text into this file" : Unknown(target.Name));
        Visit(node.Arguments);
    }

    public override void Visit(ScriptMemberExpression node)
    {
        Visit(node.Target);
        if (node is { Target: ScriptVariable target, Member: { } member }
            && _named.GetValueOrDefault(target.Name) is { } item
            && !item.Knows(member.Name))
        {
            Fault(node, $"\"{target.Name}\" has no \"{member.Name}\"; it has: {string.Join(", ", item.Names)}");
        }
    }

    public override void Visit(ScriptVariableGlobal node)
    {
        if (!Knows(node.Name))
            Fault(node, Unknown(node.Name));
    }

    // A filter with a pipe after it nests as the source of the next.
    private void VisitFilter(ScriptExpression? filter)
    {
        var name = filter switch
        {
            ScriptFunctionCall { Target: ScriptVariable target } => target.Name,
            ScriptVariable variable => variable.Name,
            _ => null,
        };
        if (name is null)
            Visit(filter);
        else if (!WordingFilters.Known.Contains(name))
            Fault(filter!, WordingFilters.Refusal(name));
        if (filter is ScriptFunctionCall call)
            Visit(call.Arguments);
    }

    private void Naming(ScriptNode? target, ScriptNode? content)
    {
        Visit(content);
        if (target is ScriptVariable variable)
            _named.TryAdd(variable.Name, null);
    }

    private void Asking(ScriptExpression? condition, Action visit)
    {
        var before = _asked.Count;
        Collect(condition);
        visit();
        _asked.RemoveRange(before, _asked.Count - before);
    }

    private void Collect(ScriptNode? node)
    {
        if (node is ScriptExpression expression && NameOf(expression) is { } name)
            _asked.Add(name);
        for (var i = 0; i < node?.ChildrenCount; i++)
            Collect(node.GetChildren(i));
    }

    private bool Knows(string name) => shape.Knows(name) || _named.ContainsKey(name) || Words.Contains(name);

    private bool MayBeAbsent(ScriptExpression printed) => printed switch
    {
        ScriptVariable variable => !_named.ContainsKey(variable.Name) && shape.Maybe.Contains(variable.Name),
        ScriptMemberExpression { Target: ScriptVariable target, Member: { } member } =>
            _named.GetValueOrDefault(target.Name)?.Maybe.Contains(member.Name) == true,
        _ => false,
    };

    private static string? NameOf(ScriptExpression expression) => expression switch
    {
        ScriptVariable variable => variable.Name,
        ScriptMemberExpression { Target: ScriptVariable target, Member: { } member } => $"{target.Name}.{member.Name}",
        _ => null,
    };

    private string Unknown(string name) => $"nothing is named \"{name}\" here; known: {string.Join(", ", shape.Names)}";

    private void Fault(ScriptNode node, string reason)
    {
        var fault = new WordingFault { File = file, Line = WordingTemplate.LineOf(node.Span), Reason = reason };
        if (!faults.Contains(fault))
            faults.Add(fault);
    }
}
