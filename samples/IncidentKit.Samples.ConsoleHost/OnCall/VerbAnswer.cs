using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

/// <summary>What a verb found: as JSON, for people, and whether the answer is no though the input is sound.</summary>
internal sealed record VerbAnswer(Func<string> Json, Action<IAnsiConsole> Show, bool IsNo);
