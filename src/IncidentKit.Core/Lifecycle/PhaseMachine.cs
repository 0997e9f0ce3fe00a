using Stateless;

namespace IncidentKit;

/// <summary>The phase table as a Stateless machine: the only file that names Stateless.</summary>
/// <remarks>
/// A machine writes to itself even when asked what it permits, so each thread has its own. No code of a user runs between
/// setting its state and reading it.
/// </remarks>
internal sealed class PhaseMachine
{
    [ThreadStatic]
    private static PhaseMachine? _ofThisThread;

    private readonly StateMachine<IncidentPhase, PhaseTrigger> _machine;
    private IncidentPhase _phase;

    private PhaseMachine()
    {
        _machine = new(() => _phase, phase => _phase = phase);
        foreach (var row in PhaseTable.Rows)
        {
            foreach (var phase in Enum.GetValues<IncidentPhase>())
            {
                var cell = row.Cells[(int)phase];
                if (cell.Effect == PhaseEffect.Move)
                    _machine.Configure(phase).Permit(row.Trigger!.Value, cell.Target!.Value);
                else if (cell.Effect == PhaseEffect.Stay)
                    _machine.Configure(phase).PermitReentry(row.Trigger!.Value);
            }
        }
    }

    /// <summary>The phase after <paramref name="trigger"/>, which the table must permit in <paramref name="phase"/>.</summary>
    public static IncidentPhase Fire(IncidentPhase phase, PhaseTrigger trigger)
    {
        var own = _ofThisThread ??= new PhaseMachine();
        own._phase = phase;
        own._machine.Fire(trigger);
        return own._phase;
    }

    /// <summary>Every move that the machine permits, as it says itself.</summary>
    public static IEnumerable<(IncidentPhase From, PhaseTrigger Trigger, IncidentPhase To)> Moves() =>
        from state in new PhaseMachine()._machine.GetInfo().States
        from transition in state.FixedTransitions
        orderby (IncidentPhase)state.UnderlyingState, (PhaseTrigger)transition.Trigger.UnderlyingTrigger
        select (
            (IncidentPhase)state.UnderlyingState,
            (PhaseTrigger)transition.Trigger.UnderlyingTrigger,
            (IncidentPhase)transition.DestinationState.UnderlyingState);
}
