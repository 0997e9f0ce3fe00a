using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(IncidentKit.Benchmarks.DecisionBenchmarks).Assembly).Run(args);
