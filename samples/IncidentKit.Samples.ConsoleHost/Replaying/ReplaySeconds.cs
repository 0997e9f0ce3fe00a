namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record ReplaySeconds(double? ToDetect, double? ToAcknowledge, double? ToMitigate, double? ToResolve, double? Downtime);
