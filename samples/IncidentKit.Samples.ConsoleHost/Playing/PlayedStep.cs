namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>One step: some time after the last one, a command is given, roles are proposed, or a message is written and posted.</summary>
internal sealed record PlayedStep(string Place, TimeSpan After, IncidentCommand? Command, bool ProposeRoles, PlayedMessage? Message);
