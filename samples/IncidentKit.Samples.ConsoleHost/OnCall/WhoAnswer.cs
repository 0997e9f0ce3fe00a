namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record WhoAnswer(DateTimeOffset At, IReadOnlyList<WhoPerson> OnCall);
