namespace IncidentKit.Rotation;

/// <summary>A schedule, and a service for which it says who is on call.</summary>
internal sealed record ServiceSchedule(string Service, OnCallSchedule Schedule);
