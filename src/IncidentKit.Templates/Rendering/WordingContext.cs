using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace IncidentKit.Templates;

/// <summary>Runs a wording with limits, and turns each printed value into a token once all filters are through.</summary>
internal sealed class WordingContext : TemplateContext
{
    // A post-mortem of a long incident has thousands of rows; a loop that goes further has no end in sight.
    private const int Loops = 100_000;
    private const int LargestText = 64 * 1024 * 1024;

    // Made once: a copy of all filters for each message would cost more than the message. Nothing writes to it.
    private static readonly LiquidBuiltinsFunctions Filters = new();

    private readonly ValueTokens _tokens;
    private int _loops;

    public WordingContext(ScriptObject values, ValueTokens tokens)
        : base(Filters)
    {
        _tokens = tokens;
        Language = ScriptLang.Liquid;
        IsLiquid = true;
        EnableBreakAndContinueAsReturnOutsideLoop = true;
        EnableRelaxedTargetAccess = true;
        StrictVariables = true;
        LoopLimit = Loops;
        RecursiveLimit = 100;
        ObjectRecursionLimit = 20;
        LimitToString = LargestText;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(values);
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null && ObjectToString(textAsObject) is { Length: > 0 } value)
            Write(_tokens.Add(value));
        return this;
    }

    // Scriban counts each loop by itself; loops inside loops must not multiply the limit.
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++_loops > Loops)
            throw new ScriptRuntimeException(loop.Span, $"the loops run more than {Loops} times");
        return base.OnStepLoop(loop);
    }
}
