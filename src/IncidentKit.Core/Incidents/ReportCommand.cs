namespace IncidentKit;

/// <summary>A command that says what happened.</summary>
public abstract record ReportCommand : IncidentCommand
{
    private protected ReportCommand()
    {
    }
}
