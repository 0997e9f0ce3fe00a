namespace IncidentKit;

/// <summary>One stretch of time during which an obligation counted.</summary>
internal readonly record struct Demand(DateTimeOffset Since, DateTimeOffset Due, DateTimeOffset? WaivedAt);
