namespace IncidentKit.Tests.Obligations;

/// <summary>A short story that shows an obligation: what was done when, and the instant at which the ledger is asked.</summary>
/// <remarks>Times count from the declaration, which is the detection. Immutable and thread-safe.</remarks>
/// <param name="Story">The example in one sentence.</param>
/// <param name="Given">What was done, and how long after the declaration.</param>
/// <param name="AskedAfter">How long after the declaration the ledger is asked.</param>
internal sealed record ObligationExample(string Story, IReadOnlyList<(TimeSpan After, IncidentCommand Command)> Given, TimeSpan AskedAfter);
