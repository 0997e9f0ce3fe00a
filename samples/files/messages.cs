#:project ../../src/IncidentKit.Templates
#:property GenerateDocumentationFile=false
#:property NoWarn=EnableGenerateDocumentationFile

// Messages and post-mortems alone: dotnet run samples/files/messages.cs
using IncidentKit;
using IncidentKit.Commands;
using IncidentKit.Templates;

var t0 = new DateTimeOffset(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
var alice = new Responder("alice");
var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
var policies = new IncidentPolicies(IncidentPolicy.Default);
var notifications = new Notifications(policies);

// Before anything is known, the name of the service is enough.
Console.WriteLine(notifications.Holding("Checkout").At(t0).Build().Render(NotificationFormat.Text));

var incident = lifecycle.Declare(
    new IncidentId(Guid.CreateVersion7(t0)),
    new DeclareIncident { Title = "Payments fail", Service = "Checkout", Level = 2, By = alice },
    t0).Incident!;

// What is missing is said all at once, and never left over in a message.
foreach (var fault in notifications.Initial(incident).At(t0.AddMinutes(9)).Check())
    Console.WriteLine($"- {fault.Message}");
var first = notifications.Initial(incident)
    .At(t0.AddMinutes(9))
    .Affecting("card payments")
    .Symptom("Payments fail with <error 500>.")
    .Build();
Console.WriteLine();
Console.WriteLine(first.Subject);
Console.WriteLine(first.Render(NotificationFormat.Html));

incident = lifecycle.Decide(incident, new DeclareMitigated { By = alice, How = MitigatedBy.Rollback }, t0.AddMinutes(32)).Incident!;
incident = lifecycle.Decide(incident, new ResolveIncident { By = alice }, t0.AddMinutes(42)).Incident!;
var postMortems = new PostMortems(policies);
Console.WriteLine(postMortems.Render(postMortems.Draft(incident), PostMortemFormat.Markdown));
