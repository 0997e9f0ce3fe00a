namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <param name="IsText">Whether the file gives the action as a text of its own, not within an object.</param>
internal sealed record RecordedItem(string Action, string? Owner, DateOnly? Due, string? Priority, bool IsText);
