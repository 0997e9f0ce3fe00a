namespace IncidentKit;

/// <summary>A command that ends or gives up something. It may be refused, with the way forward.</summary>
public abstract record GateCommand : IncidentCommand
{
    private protected GateCommand()
    {
    }
}
