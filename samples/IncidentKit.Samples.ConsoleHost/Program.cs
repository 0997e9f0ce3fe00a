using System.CommandLine;
using IncidentKit.Samples.ConsoleHost.Verbs;

// The runtime prepares a terminal with an escape sequence before it writes a character, unless the terminal is one that knows none.
if (args.Contains("--no-color"))
    Environment.SetEnvironmentVariable("TERM", "dumb");

return await HostCommand.InvokeAsync(args, new InvocationConfiguration());
