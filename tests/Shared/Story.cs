namespace IncidentKit.Tests;

/// <summary>An incident on its way, one command a minute.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Start = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
    public static readonly Responder Alice = new("alice", "Alice Adams");
    public static readonly Responder Bob = new("bob", "Bob Brown");
    public static readonly Responder Carol = new("carol", "Carol Clark");
    public static readonly IncidentId Id = new(new Guid("018f0000-0000-7000-8000-000000000002"));

    public Story(IncidentPolicy policy, Actor? by = null, bool retrospective = false)
    {
        Lifecycle = new IncidentLifecycle(policy);
        Incident = Lifecycle.Declare(
            Id,
            new DeclareIncident { By = by ?? Alice, Title = "Checkout fails", Service = "checkout", Retrospective = retrospective },
            Now).Incident!;
    }

    public IncidentLifecycle Lifecycle { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    public Incident Incident { get; private set; }

    public Decision Last { get; private set; } = null!;

    public Story Then(params IncidentCommand[] commands)
    {
        foreach (var command in commands)
        {
            Now = Now.AddMinutes(1);
            Last = Lifecycle.Decide(Incident, command, Now);
            Assert.True(Last.IsAccepted, $"{command}: {Last}");
            Incident = Last.Incident!;
        }

        return this;
    }

    public Decision Try(IncidentCommand command) => Lifecycle.Decide(Incident, command, Now.AddMinutes(1));
}
