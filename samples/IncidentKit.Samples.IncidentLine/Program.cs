using IncidentKit.Rotation;
using Microsoft.Extensions.DependencyInjection;

// The incident line: one command per line on standard input. "wait 5" lets five minutes pass, so that a script can play an afternoon:
// dotnet run --project samples/IncidentKit.Samples.IncidentLine < samples/IncidentKit.Samples.IncidentLine/afternoon.txt
var clock = new ScriptClock(new DateTimeOffset(2025, 11, 18, 14, 23, 0, TimeSpan.Zero));
var team = new Team([new("alice", "Alice"), new("bob", "Bob"), new("carol", "Carol")]);
var schedule = OnCallSchedule.Weekly(
    "Checkout", "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(9, 30), new DateOnly(2025, 11, 3), team.People);

var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(clock).AddSingleton(team).AddSingleton<IncidentLine>();
services.AddIncidentKit().AddRotation(rotation => rotation.AddSchedule(schedule)).AddTemplates();
using var provider = services.BuildServiceProvider();
var line = provider.GetRequiredService<IncidentLine>();

while (Console.ReadLine() is { } text)
{
    if (text.Trim() is not { Length: > 0 } command || command.StartsWith('#'))
        continue;
    Console.WriteLine($"\n[{clock.GetUtcNow():dd HH:mm}] > {command}");
    if (command.StartsWith("wait ") && int.TryParse(command[5..], out var minutes))
        clock.Advance(TimeSpan.FromMinutes(minutes));
    else
        await line.RunAsync(command);
}
