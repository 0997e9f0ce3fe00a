#:project ../../src/IncidentKit.Rotation
#:property GenerateDocumentationFile=false
#:property NoWarn=EnableGenerateDocumentationFile

// On-call alone: dotnet run samples/files/on-call.cs
using IncidentKit;
using IncidentKit.Rotation;

var (alice, bob, carol) = (new Responder("alice"), new Responder("bob"), new Responder("carol"));
var weekly = OnCallSchedule.Weekly(
    "payments",
    timeZone: "Europe/Berlin",
    handoff: DayOfWeek.Monday,
    at: new TimeOnly(9, 30),
    startingOn: new DateOnly(2025, 10, 13),
    [alice, bob, carol]);
var (from, to) = (new DateTimeOffset(2025, 10, 13, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 11, 10, 0, 0, 0, TimeSpan.Zero));

// The clocks go back on 26 October: the handoff stays at half past nine in Berlin.
foreach (var shift in weekly.ClippedShifts(from, to))
    Console.WriteLine($"{shift.Person,-6} {shift.Start:yyyy-MM-dd HH:mm} to {shift.End:yyyy-MM-dd HH:mm} UTC");
foreach (var gap in weekly.Gaps(from, to))
    Console.WriteLine($"nobody {gap}");

// Why somebody is on call, and what an override changes.
var night = new Interval(
    new DateTimeOffset(2025, 10, 22, 20, 0, 0, TimeSpan.Zero),
    new DateTimeOffset(2025, 10, 23, 6, 0, 0, TimeSpan.Zero));
var covered = new OnCallScheduleBuilder("payments", "Europe/Berlin")
    .AddLayer("primary", layer => layer.Weekly(DayOfWeek.Monday, new TimeOnly(9, 30), new DateOnly(2025, 10, 13)).People(alice, bob, carol))
    .AddOverrides(new ReplaceOverride { Time = night, Person = bob, By = carol })
    .Build();
Console.WriteLine();
Console.WriteLine(covered.Why(night.Start));
Console.WriteLine(covered.Why(night.End));

// What can never happen, and what wears people out, is found before it matters.
var lonely = new OnCallScheduleBuilder("support", "Europe/Berlin")
    .AddLayer(
        "office",
        layer => layer.Daily(new TimeOnly(9, 0), new DateOnly(2025, 10, 13))
            .People(alice, bob, carol)
            .During(new TimeOnly(9, 0), new TimeOnly(9, 0)))
    .Build();
foreach (var finding in ScheduleValidator.Check(lonely))
    Console.WriteLine(finding);
