namespace IncidentKit.Tests;

/// <summary>Tests that measure times, and run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
