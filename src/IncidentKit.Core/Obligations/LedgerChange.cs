namespace IncidentKit;

/// <summary>The terms from an instant on, and whether the obligation at hand was waived then.</summary>
internal readonly record struct LedgerChange(DateTimeOffset At, ObligationTerms Terms, bool IsWaived = false) : IOccurrence;
