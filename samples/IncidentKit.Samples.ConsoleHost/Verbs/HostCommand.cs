using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Figures;
using IncidentKit.Samples.ConsoleHost.OnCall;
using IncidentKit.Samples.ConsoleHost.Paging;
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
    private const int Interrupted = 130;
    private const int MostFaults = 50;

    private static readonly Option<bool> Json =
        new("--json") { Description = "Print one JSON document and nothing else", Recursive = true };
    private static readonly Option<bool> NoColor = new("--no-color") { Description = "Print without colours", Recursive = true };

    private static readonly Option<string?> PolicyFile =
        new("--policy") { Description = "A policy (JSON), as `policy --json` prints it", Recursive = true };

    /// <summary>Carries out what the arguments ask for. What is wrong with them is told on standard error, one line each.</summary>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, InvocationConfiguration configuration)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var parsed = Create().Parse(arguments);
        List<string> faults = parsed.Action is ParseErrorAction ? [.. parsed.Errors.Select(error => error.Message)] : [];
        faults.AddRange(OptionsOf(parsed.RootCommandResult)
            .Where(option => option.IdentifierTokenCount > 1 && option.Option.Arity.MaximumNumberOfValues <= 1 && faults.Count == 0)
            .Select(option => $"{option.Option.Name} stands twice."));
        try
        {
            if (faults.Count == 0)
                return await parsed.InvokeAsync(configuration);
        }
        catch (IOException e)
        {
            return Refused(configuration, OutputFault(e));
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }

        foreach (var fault in faults)
            await configuration.Error.WriteLineAsync($"arguments: {PlainText.Line(fault)}");
        return Unsound;
    }

    private static RootCommand Create()
    {
        var incident =
            new Option<string?>("--incident") { Description = "The incident to play (JSON); a payment failure where none is named" };
        var postMortem = new Option<string?>("--postmortem")
        {
            Description = "Write the post-mortem to a file: Markdown, or HTML where its name ends in .html",
        };
        var root = new RootCommand(
            "IncidentKit: plays an incident from alert to closed post-mortem; its verbs try the library on real files.")
        {
            incident, postMortem, Json, NoColor, PolicyFile, Replay(), FiguresVerb.Create(Answer, PolicyOf, Watching),
            OnCallVerbs.Create(Answer), PagingVerbs.Create(Answer, PolicyOf), Rules(), Diagram(), Policy(),
        };
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, async () =>
        {
            if (parsed.GetValue(Json))
                throw new DocumentException("arguments", [new DocumentFault("--json", "the play is for people: use replay FILE --json")]);
            var played = PlayedIncidentReader.Read(parsed.GetValue(incident) ?? PlayedIncidentReader.BuiltIn);
            var policy = parsed.GetValue(PolicyFile) is null ? null : PolicyOf(parsed);
            var console = ConsoleFor(parsed);
            await ComputingAsync(played.File, async () =>
            {
                await PlayShow.RunAsync(
                    played,
                    policy,
                    parsed.GetValue(postMortem),
                    console,
                    console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal,
                    cancellationToken);
                return true;
            });
        }));
        return root;
    }

    private static Command Replay()
    {
        var file = new Argument<string>("FILE") { Description = "A recorded incident (JSON)" };
        var asOf = new Option<string?>("--as-of") { Description = "Show it as it stood at an instant, such as 2025-11-18T14:40:00Z" };
        var postMortem = new Option<string?>("--postmortem")
        {
            Description = "Write the draft of the post-mortem to a file: Markdown, or HTML where its name ends in .html",
        };
        var verb = new Command("replay", "Puts a recorded incident through the process: what was demanded, met, missed or unknown.")
        {
            file,
            asOf,
            postMortem,
        };
        verb.SetAction(parsed => Run(parsed, () =>
        {
            var instant = ReadInstant("--as-of", parsed.GetValue(asOf));
            var recorded = RecordedIncidentReader.Read(parsed.GetValue(file)!);
            var policy = PolicyOf(parsed);
            var (path, isJson) = (parsed.GetValue(postMortem), parsed.GetValue(Json));
            // All is computed before anything is written.
            var (report, document, text) = ComputingAsync(recorded.File, () =>
            {
                var report = new ReplayReport(recorded, policy, instant);
                return Task.FromResult(
                    (report, isJson ? report.ToDocument() : null, path is null ? null : report.PostMortem(OutputFile.FormatOf(path))));
            }).GetAwaiter().GetResult();
            if (path is not null)
                OutputFile.Write(path, text!);
            if (document is not null)
                Print(parsed, document, HostJsonContext.Default.ReplayDocument);
            else
                ReplayView.Show(report, ConsoleFor(parsed));
        }));
        return verb;
    }

    // The words of the JSON output, which stay as they are.
    private static string SubjectOf(IncidentRule rule) => rule.Category switch
    {
        ViolationCategory.Validation => "form",
        ViolationCategory.Sequence => "order",
        ViolationCategory.Authorization => "authority",
        var category => Lower(category),
    };

    private static Command Rules()
    {
        var verb = new Command(
            "rules",
            "Lists the rules: what each wants, what to do where it stands in the way, and what the policy does.");
        verb.SetAction(parsed => Run(parsed, () =>
        {
            var policy = PolicyOf(parsed);
            if (parsed.GetValue(Json))
            {
                Print<IReadOnlyList<RuleRow>>(
                    parsed,
                    [
                        .. policy.Rules.Select(r => new RuleRow(
                            r.Id, SubjectOf(r), r.Summary, r.Remedy, Lower(policy.EnforcementOf(r)), r.IsWaivable)),
                    ],
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
            return Refused(parsed.InvocationConfiguration, e);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is DocumentException))
        {
            return Refused(parsed.InvocationConfiguration, [.. e.InnerExceptions.Cast<DocumentException>()]);
        }
        catch (OnCallSearchException e)
        {
            return Refused(parsed.InvocationConfiguration, new DocumentException("arguments", [new DocumentFault("--to", e.Message)]));
        }
        catch (IOException e)
        {
            return Refused(parsed.InvocationConfiguration, OutputFault(e));
        }
    }

    private static DocumentException OutputFault(IOException e) =>
        new("standard output", [new DocumentFault("$", "it cannot be written: " + e.Message)]);

    private static int Refused(InvocationConfiguration configuration, params DocumentException[] unsound)
    {
        try
        {
            foreach (var line in unsound.Length <= 2 ? unsound.SelectMany(u => u.Lines(MostFaults / unsound.Length)) : LinesOf(unsound))
                configuration.Error.WriteLine(line);
        }
        catch (IOException)
        {
            // There is nowhere left to say it but the exit code.
        }

        return Unsound;
    }

    // Of many files each has its part of the lines, as long as there are lines; then the rest is counted.
    private static IEnumerable<string> LinesOf(DocumentException[] unsound)
    {
        var each = Math.Max(1, MostFaults / unsound.Length);
        List<string> shown = [.. unsound.SelectMany(u => u.Lines(int.MaxValue).Take(each)).Take(MostFaults)];
        var left = unsound.Sum(u => u.Faults.Count) - shown.Count;
        return left == 0 ? shown : shown.Append($"… and {left} more faults; {unsound.Length} files have some");
    }

    // Times near the end of year 9999 may leave no room for what is due after them: a fault of the file, not of the program.
    private static async Task<T> ComputingAsync<T>(string file, Func<Task<T>> compute)
    {
        try
        {
            return await compute();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new DocumentException(
                file,
                [new DocumentFault(
                    "$",
                    "its times cannot be counted with; does one lie near the end of year 9999? " + e.Message.Split('\n')[0].Trim())]);
        }
    }

    private static IEnumerable<OptionResult> OptionsOf(CommandResult command) =>
        command.Children.OfType<OptionResult>().Concat(command.Children.OfType<CommandResult>().SelectMany(OptionsOf));

    private static DateTimeOffset? ReadInstant(string option, string? text)
    {
        if (text is null)
            return null;
        return Iso8601.TryParse(text, out var instant)
            ? instant
            : throw new DocumentException(
                "arguments",
                [new DocumentFault(option, $"\"{text}\" is no time with an offset: write it as 2025-11-18T14:25:00Z")]);
    }

    private static TextWriter Output(ParseResult parsed) => parsed.InvocationConfiguration.Output;

    private static void Print<T>(ParseResult parsed, T document, JsonTypeInfo<T> type) =>
        Output(parsed).WriteLine(JsonSerializer.Serialize(document, type));

    private static string Lower<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static IAnsiConsole? Watching(ParseResult parsed) =>
        !parsed.GetValue(Json) && ConsoleFor(parsed) is { Profile: { Capabilities.Interactive: true, Out.IsTerminal: true } } console
            ? console
            : null;

    // Without colours nothing moves either: both need escape sequences.
    private static IAnsiConsole ConsoleFor(ParseResult parsed)
    {
        var output = new AnsiConsoleOutput(Output(parsed));
        var plain = parsed.GetValue(NoColor) || !output.IsTerminal;
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
    }
}
