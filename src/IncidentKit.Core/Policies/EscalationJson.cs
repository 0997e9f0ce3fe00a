using System.Globalization;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes and reads the escalation policy of a policy document.</summary>
internal static class EscalationJson
{
    public static void Write(Utf8JsonWriter json, EscalationPolicy policy)
    {
        json.WriteStartObject("escalation");
        json.WriteStartArray("steps");
        foreach (var step in policy.Steps)
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (var target in step.Targets)
                Write(json, target);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("onCallStep", policy.OnCallStep);
        json.WriteString("acknowledgeWithin", policy.AcknowledgeWithin.ToString("c", CultureInfo.InvariantCulture));
        json.WriteNumber("repeats", policy.Repeats);
        json.WriteString("silence", policy.Silence.ToString("c", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    public static EscalationPolicy Read(DocumentObject file)
    {
        if (file.Child("escalation") is not { } escalation)
            return EscalationPolicy.Default;
        escalation.AllowOnly("steps", "onCallStep", "acknowledgeWithin", "repeats", "silence");
        var defaults = EscalationPolicy.Default;
        return new EscalationPolicy
        {
            Steps = escalation.List("steps", ReadStep) ?? defaults.Steps,
            OnCallStep = escalation.Whole("onCallStep", 1) ?? defaults.OnCallStep,
            AcknowledgeWithin = escalation.Span("acknowledgeWithin") ?? defaults.AcknowledgeWithin,
            Repeats = escalation.Whole("repeats", 0) ?? defaults.Repeats,
            Silence = escalation.Span("silence") ?? defaults.Silence,
        };
    }

    private static void Write(Utf8JsonWriter json, EscalationTarget target)
    {
        if (target.Person is not { } person)
        {
            json.WriteStringValue(target.Audience);
            return;
        }

        json.WriteStartObject();
        json.WriteString("person", person.Id);
        if (person.DisplayName != person.Id)
            json.WriteString("name", person.DisplayName);
        json.WriteEndObject();
    }

    private static EscalationStep ReadStep(DocumentObject step)
    {
        step.AllowOnly("targets");
        return new() { Targets = step.ListOf("targets", EscalationTarget.Of, ReadPerson) ?? [] };
    }

    private static EscalationTarget? ReadPerson(DocumentObject person)
    {
        person.AllowOnly("person", "name");
        var (id, name) = (person.Text("person", required: true), person.Text("name"));
        return string.IsNullOrWhiteSpace(id) ? null : EscalationTarget.Of(new Responder(id, name));
    }
}
