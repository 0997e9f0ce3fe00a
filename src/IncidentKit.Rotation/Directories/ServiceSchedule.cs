namespace IncidentKit.Rotation;

internal sealed record ServiceSchedule(string Service, OnCallSchedule Schedule);
