// Published with native AOT and run by CI. It proves that, without reflection and without a warning,
// an incident goes from declaration to resolution, its events go to JSON and back, the ledger reads them, a schedule says
// who is on call, and messages and a post-mortem are drafted.
using System.Text.Json;
using IncidentKit;
using IncidentKit.Rotation;
using IncidentKit.Templates;

var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
var alice = new Responder("alice");
var start = new DateTimeOffset(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
var incident = lifecycle.Declare(
    new IncidentId(Guid.CreateVersion7(start)),
    new DeclareIncident { Title = "Payments fail", Service = "Checkout", By = alice },
    start).Incident!;

IncidentCommand[] commands =
[
    new Classify { By = alice, Level = 2 },
    new OpenChannel { By = alice },
    new BeginMitigation { By = alice, Kind = MitigationKind.Rollback },
    new PostUpdate { By = alice, Audience = UpdateAudience.Public, Text = "We are investigating." },
    new DeclareMitigated { By = alice, How = MitigatedBy.Rollback },
    new ResolveIncident { By = alice },
];
var now = start;
foreach (var command in commands)
{
    now = now.AddMinutes(3);
    var decision = lifecycle.Decide(incident, command, now);
    if (decision.IsRefused)
        return Fail(decision.ToString());
    incident = decision.Incident!;
}

var json = JsonSerializer.Serialize([.. incident.History], IncidentJsonContext.Default.IncidentEventArray);
var replayed = Incident.Replay(JsonSerializer.Deserialize(json, IncidentJsonContext.Default.IncidentEventArray)!);
if (!replayed.History.SequenceEqual(incident.History))
    return Fail("the events changed on the way to JSON and back");
var ledger = new ObligationLedger(IncidentPolicy.Default).At(replayed, DateTimeOffset.MaxValue);
if (replayed.Phase != IncidentPhase.Recovery || !ledger.Any(o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Met }))
    return Fail($"unexpected end: {replayed}, {string.Join(", ", ledger.Select(o => $"{o.Name} {o.Status}"))}");
var schedule = OnCallSchedule.Parse(OnCallSchedule
    .Weekly("payments", "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(9, 30), new DateOnly(2025, 11, 10), [alice, new Responder("bob")])
    .ToJson());
if (schedule.OnCallAt(start) is not [{ Id: "bob" }]
    || schedule.Shifts(start, start.AddDays(14)).Count() != 3
    || ScheduleValidator.Check(schedule).Count > 0)
{
    return Fail($"unexpected schedule: {schedule.Why(start)}");
}

var policies = new IncidentPolicies(IncidentPolicy.Default);
var drafts = new Notifications(policies)
    .Drafts(replayed, new NotificationDetails { Symptom = "payments <fail>", WhatHappened = "a bad deployment" });
if (drafts is not [.., { Kind: NotificationKind.Resolution } last]
    || !last.Render(NotificationFormat.Html).Contains("payments &lt;fail&gt;", StringComparison.Ordinal))
{
    return Fail($"unexpected messages: {string.Join(", ", drafts.Select(d => d.Kind))}");
}

var postMortems = new PostMortems(policies);
var page = postMortems.Render(postMortems.Draft(replayed), PostMortemFormat.Html);
if (!page.Contains("<h2>Timeline</h2>", StringComparison.Ordinal))
    return Fail("the post-mortem lacks its timeline: " + page);
Console.WriteLine(
    $"{replayed}: {replayed.Version} events, {ledger.Count} obligations; {lifecycle.ToMermaid().Length} characters of diagram");
return 0;

static int Fail(string why)
{
    Console.Error.WriteLine(why);
    return 1;
}
