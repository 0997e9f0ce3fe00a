using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IncidentKit.Samples.ConsoleHost.OnCall;
using IncidentKit.Samples.ConsoleHost.Playing;
using IncidentKit.Samples.ConsoleHost.Recorded;
using IncidentKit.Samples.ConsoleHost.Replaying;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>The verbs of the console host.</summary>
internal static class HostCommand
{
    private const int Done = 0;
    private const int No = 1;
    private const int Unsound = 2;

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document and nothing else", Recursive = true };
    private static readonly Option<bool> NoColor = new("--no-color") { Description = "Print without colours", Recursive = true };

    private static readonly Option<string?> PolicyFile = new("--policy") { Description = "A policy (JSON), as `policy --json` prints it", Recursive = true };

    public static RootCommand Create()
    {
        var incident = new Option<string?>("--incident") { Description = "The incident to play (JSON); a payment failure where none is named" };
        var postMortem = new Option<string?>("--postmortem") { Description = "Write the post-mortem to a file: Markdown, or HTML where its name ends in .html" };
        var root = new RootCommand("IncidentKit: plays an incident from alert to closed post-mortem; its verbs try the library on real files.")
        {
            incident, postMortem, Json, NoColor, PolicyFile, Replay(), OnCallVerbs.Create(Answer), Rules(), Diagram(), Policy(),
        };
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, async () =>
        {
            if (parsed.GetValue(Json))
                throw new DocumentException("arguments", [new DocumentFault("--json", "the play is for people: use replay FILE --json")]);
            var played = PlayedIncidentReader.Read(parsed.GetValue(incident) ?? PlayedIncidentReader.BuiltIn);
            var policy = parsed.GetValue(PolicyFile) is null ? null : PolicyOf(parsed);
            var console = ConsoleFor(parsed);
            await PlayShow.RunAsync(played, policy, parsed.GetValue(postMortem), console, console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal, cancellationToken);
        }));
        return root;
    }

    private static Command Replay()
    {
        var file = new Argument<string>("FILE") { Description = "A recorded incident (JSON)" };
        var asOf = new Option<string?>("--as-of") { Description = "Show it as it stood at an instant, such as 2025-11-18T14:40:00Z" };
        var postMortem = new Option<string?>("--postmortem") { Description = "Write the draft of the post-mortem to a file: Markdown, or HTML where its name ends in .html" };
        var verb = new Command("replay", "Puts a recorded incident through the process: what was demanded, met, missed or unknown.") { file, asOf, postMortem };
        verb.SetAction(parsed => Run(parsed, () =>
        {
            var instant = ReadInstant("--as-of", parsed.GetValue(asOf));
            var report = new ReplayReport(RecordedIncidentReader.Read(parsed.GetValue(file)!), PolicyOf(parsed), instant);
            if (parsed.GetValue(postMortem) is { } path)
                OutputFile.Write(path, report.PostMortem(OutputFile.FormatOf(path)));
            if (parsed.GetValue(Json))
                Print(parsed, report.ToDocument(), HostJsonContext.Default.ReplayDocument);
            else
                ReplayView.Show(report, ConsoleFor(parsed));
        }));
        return verb;
    }

    private static Command Rules()
    {
        var verb = new Command("rules", "Lists the rules: what each wants, what to do where it stands in the way, and what the policy does.");
        verb.SetAction(parsed => Run(parsed, () =>
        {
            var policy = PolicyOf(parsed);
            if (parsed.GetValue(Json))
            {
                Print<IReadOnlyList<RuleRow>>(
                    parsed,
                    [.. policy.Rules.Select(r => new RuleRow(r.Id, Lower(r.Subject), r.Summary, r.Remedy, Lower(policy.EnforcementOf(r)), r.IsWaivable, r.Passing.Story, r.Failing.Story))],
                    HostJsonContext.Default.IReadOnlyListRuleRow);
            }
            else
            {
                RulesView.Show(policy, ConsoleFor(parsed));
            }
        }));
        return verb;
    }

    private static Command Diagram()
    {
        var verb = new Command("diagram", "Prints the state diagram in Mermaid.");
        verb.SetAction(parsed => Run(parsed, () =>
        {
            var mermaid = new IncidentLifecycle(PolicyOf(parsed)).ToMermaid();
            if (parsed.GetValue(Json))
                Print(parsed, new DiagramDocument(mermaid), HostJsonContext.Default.DiagramDocument);
            else
                Output(parsed).Write(mermaid);
        }));
        return verb;
    }

    private static Command Policy()
    {
        var verb = new Command("policy", "Prints the effective policy as JSON, as --policy reads it.");
        verb.SetAction(parsed => Run(parsed, () => Output(parsed).WriteLine(IncidentPolicyJson.Write(PolicyOf(parsed)))));
        return verb;
    }

    private static IncidentPolicy PolicyOf(ParseResult parsed) =>
        parsed.GetValue(PolicyFile) is { } path ? IncidentPolicyReader.Read(InputFile.Read(path), path) : IncidentPolicy.Default;

    private static int Answer(ParseResult parsed, Func<VerbAnswer> ask)
    {
        var isNo = false;
        var exitCode = Run(parsed, () =>
        {
            var answer = ask();
            if (parsed.GetValue(Json))
                Output(parsed).WriteLine(answer.Json());
            else
                answer.Show(ConsoleFor(parsed));
            isNo = answer.IsNo;
        });
        return exitCode == Done && isNo ? No : exitCode;
    }

    private static int Run(ParseResult parsed, Action action) => RunAsync(parsed, () =>
    {
        action();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(ParseResult parsed, Func<Task> action)
    {
        try
        {
            await action();
            return Done;
        }
        catch (DocumentException e)
        {
            foreach (var line in e.Lines())
                parsed.InvocationConfiguration.Error.WriteLine(line);
            return Unsound;
        }
    }

    private static DateTimeOffset? ReadInstant(string option, string? text)
    {
        if (text is null)
            return null;
        return Iso8601.TryParse(text, out var instant)
            ? instant
            : throw new DocumentException("arguments", [new DocumentFault(option, $"\"{text}\" is no time with an offset: write it as 2025-11-18T14:25:00Z")]);
    }

    private static TextWriter Output(ParseResult parsed) => parsed.InvocationConfiguration.Output;

    private static void Print<T>(ParseResult parsed, T document, JsonTypeInfo<T> type) => Output(parsed).WriteLine(JsonSerializer.Serialize(document, type));

    private static string Lower<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static IAnsiConsole ConsoleFor(ParseResult parsed)
    {
        var output = new AnsiConsoleOutput(Output(parsed));
        var plain = parsed.GetValue(NoColor) || !output.IsTerminal;
        return AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect, ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
    }
}
