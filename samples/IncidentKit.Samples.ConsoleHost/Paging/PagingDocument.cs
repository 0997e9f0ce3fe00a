namespace IncidentKit.Samples.ConsoleHost.Paging;

// The JSON that `paging plan` prints. Null keys are written; instants are UTC in whole seconds.
internal sealed record PagingDocument(string Incident, IReadOnlyList<PagingRow> Plan);
