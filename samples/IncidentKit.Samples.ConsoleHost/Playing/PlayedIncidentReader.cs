using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Recorded;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>Reads an incident to be played and reports every fault of the file at once.</summary>
internal static class PlayedIncidentReader
{
    private static readonly string[] MessageKinds = ["holding", "initial", "progress", "resolution"];

    /// <summary>The incident that comes with the program.</summary>
    public static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "incidents", "payment-failure.json");

    /// <exception cref="DocumentException">A file cannot be read, is no JSON, or holds faults.</exception>
    public static PlayedIncident Read(string path) => DocumentObject.Read(InputFile.Read(path), path, file => Read(path, file));

    private static PlayedIncident Read(string path, DocumentObject file)
    {
        file.AllowOnly("start", "schedule", "leads", "declare", "steps", "whoWasAffected");
        var start = file.Instant("start", required: true) ?? default;
        var schedule = file.Text("schedule", required: true);
        var index = 0;
        return new PlayedIncident
        {
            File = path,
            Start = start,
            Schedule = schedule is null ? null! : ReadSchedule(Path.Combine(Path.GetDirectoryName(path) ?? "", schedule)),
            Leads = [.. file.Texts("leads").Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => new Responder(id))],
            Declaration = file.Deserialize(
                "declare",
                IncidentJsonContext.Default.IncidentCommand,
                required: true) is DeclareIncident declaration
                ? declaration
                : Missing(file),
            Steps = file.List("steps", step => ReadStep(step, $"$.steps[{index++}]")) ?? [],
            WhoWasAffected = file.Text("whoWasAffected"),
        };
    }

    private static DeclareIncident Missing(DocumentObject file)
    {
        if (file.Has("declare"))
            file.Fault("declare", "the type DeclareIncident is expected");
        return null!;
    }

    private static OnCallSchedule ReadSchedule(string path)
    {
        using var stream = new MemoryStream(InputFile.Read(path));
        return OnCallSchedule.Load(stream, path);
    }

    private static PlayedStep ReadStep(DocumentObject step, string place)
    {
        step.AllowOnly("after", "command", "proposeRoles", "message");
        var after = step.Span("after");
        var command = step.Deserialize("command", IncidentJsonContext.Default.IncidentCommand);
        var roles = step.Flag("proposeRoles") == true;
        var message = step.Child("message") is { } written ? ReadMessage(written) : null;
        if ((command is null ? 0 : 1) + (roles ? 1 : 0) + (message is null ? 0 : 1) > 1)
            step.Fault(null, "a step is one of command, proposeRoles and message");
        return new PlayedStep(place, after ?? TimeSpan.Zero, command, roles, message);
    }

    private static PlayedMessage ReadMessage(DocumentObject message)
    {
        message.AllowOnly("kind", "affecting", "symptom", "known", "doing", "whatHappened");
        var kind = message.Text("kind", required: true);
        if (kind is not null && !MessageKinds.Contains(kind))
            message.Fault("kind", $"\"{kind}\" is not one of {string.Join(", ", MessageKinds)}");
        return new PlayedMessage(
            kind ?? "", message.Text("affecting"), message.Text("symptom"),
            message.Text("known"), message.Text("doing"), message.Text("whatHappened"));
    }
}
