using System.Diagnostics.CodeAnalysis;

namespace IncidentKit;

/// <summary>Asks a rule. One that throws is broken: nobody knows that it is kept.</summary>
internal static class RuleAnswer
{
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A rule is a host's code: whatever it throws is its answer, and the decision goes on.")]
    public static RuleBreach? Of(IncidentRule rule, RuleContext context, out Exception? thrown)
    {
        thrown = null;
        try
        {
            return rule.Check(context);
        }
        catch (Exception exception)
        {
            thrown = exception;
            return new RuleBreach(
                $"The rule could not be checked: {Reason(exception)}",
                "Fix the rule, or turn it off in the policy.");
        }
    }

    /// <summary>What was thrown, in one line.</summary>
    public static string Reason(Exception exception) => FaultLine.OfMessage($"{exception.GetType().Name}: {exception.Message}");
}
