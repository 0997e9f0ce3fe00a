#:project ../../src/IncidentKit.Core
#:property GenerateDocumentationFile=false
#:property NoWarn=EnableGenerateDocumentationFile

// The lifecycle alone, without a container: dotnet run samples/files/lifecycle.cs
using IncidentKit;
using IncidentKit.Commands;

var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
var ledger = new ObligationLedger(IncidentPolicy.Default);
var alice = new Responder("alice");
var bob = new Responder("bob");
var clock = new DateTimeOffset(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);

var declared = lifecycle.Declare(
    new IncidentId(Guid.CreateVersion7(clock)),
    new DeclareIncident { Title = "Payments fail", Service = "Checkout", Level = 2, By = alice },
    clock);
var incident = declared.Incident!;

// Each step some minutes after the last. One person awake is enough to start; a second one may join at any time.
Do(2, new OpenChannel { By = alice });
Do(1, new BeginMitigation { By = alice, Kind = MitigationKind.Rollback, Description = "back to release 41" });
Do(4, new AssignRole { By = alice, Role = IncidentRole.TechnicalLead, To = bob });
Do(3, new CloseIncident { By = alice });
Do(5, new DeclareMitigated { By = alice, How = MitigatedBy.Rollback });
Do(10, new ResolveIncident { By = alice, Statement = "Release 41 is stable." });

Console.WriteLine();
Console.WriteLine($"{incident}, now {clock:HH:mm} UTC");
foreach (var obligation in ledger.At(incident, clock)
    .Where(o => o.Status is ObligationStatus.Missed or ObligationStatus.MetLate or ObligationStatus.Pending))
{
    Console.WriteLine($"  {obligation.Name}: {obligation.Status}, due {obligation.DueAt:MM-dd HH:mm}");
}

void Do(int minutes, IncidentCommand command)
{
    clock = clock.AddMinutes(minutes);
    var decision = lifecycle.Decide(incident, command, clock);
    incident = decision.Incident!;
    Console.WriteLine($"{clock:HH:mm} {command.GetType().Name}: {(decision.IsAccepted ? incident.Phase : "refused")}");
    foreach (var violation in decision.Violations)
        Console.WriteLine($"      {violation.Rule} {violation.Message} First: {violation.Remedy}");
    foreach (var deviation in decision.Deviations)
        Console.WriteLine($"      {deviation.Rule} {deviation.Message}");
}
