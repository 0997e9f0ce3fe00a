using System.Collections.Frozen;

namespace IncidentKit.Templates;

internal static class WordingName
{
    public const string PostMortem = "post-mortem";

    public static string Of(NotificationKind kind) => kind.ToString().ToLowerInvariant();

    public static FrozenDictionary<string, WordingShape> Shapes { get; } = new Dictionary<string, WordingShape>
    {
        ["holding"] = new(["service", "time"], ["next_update"]),
        ["initial"] = new(
            ["service", "feature", "symptom", "headline", "status", "impact"],
            ["started", "detected", "reach", "next_update"]),
        ["progress"] = new(["service", "status"], ["moment", "known", "doing", "impact", "next_update"]),
        ["resolution"] = new(["service", "feature", "resolved", "duration", "what_happened", "experienced"], ["started"]),
        [PostMortem] = new(
            ["title", "service", "severity"],
            ["date", "duration", "downtime", "what_happened", "who_was_affected", "how_resolved", "root_cause"],
            ("figures", new(["name", "value"], [])),
            ("roles", new(["role", "person"], ["since"])),
            ("missing", new(["text"], [])),
            ("timeline", new([], ["time", "milestone", "text"])),
            ("went_well", new(["text"], ["topic"])),
            ("went_poorly", new(["text"], ["topic"])),
            ("proposed_well", new(["text"], ["topic"])),
            ("proposed_poorly", new(["text"], ["topic"])),
            ("action_items", new(["number", "action"], ["owner", "due", "priority", "done"]))),
    }.ToFrozenDictionary();
}
