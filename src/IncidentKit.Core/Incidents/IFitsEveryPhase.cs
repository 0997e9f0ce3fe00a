namespace IncidentKit;

/// <summary>A command that belongs to the record, which goes on after the end: it fits every phase, and moves none.</summary>
internal interface IFitsEveryPhase;
