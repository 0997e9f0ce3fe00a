namespace IncidentKit;

/// <summary>Another incident that has to do with one.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="To">The other incident.</param>
/// <param name="Kind">What it is to this one.</param>
public readonly record struct IncidentLink(IncidentId To, LinkKind Kind);
