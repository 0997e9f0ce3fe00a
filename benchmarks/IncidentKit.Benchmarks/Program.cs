using BenchmarkDotNet.Running;
using IncidentKit.Benchmarks;

if (args is ["--ten-years"])
    await TenYears.RunAsync(Console.Out).ConfigureAwait(false);
else
    BenchmarkSwitcher.FromAssembly(typeof(DecisionBenchmarks).Assembly).Run(args);
