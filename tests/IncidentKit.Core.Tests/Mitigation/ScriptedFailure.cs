namespace IncidentKit.Tests.Mitigation;

/// <summary>The failure of a scripted check; once it is logged, the playbook has it.</summary>
internal sealed class ScriptedFailure(string message, TaskCompletionSource logged) : TimeoutException(message)
{
    public void IsLogged() => logged.TrySetResult();
}
