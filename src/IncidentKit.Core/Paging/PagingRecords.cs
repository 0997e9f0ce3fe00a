using System.Diagnostics;

namespace IncidentKit;

/// <summary>Turns what was done about paging into events, each delivery once.</summary>
internal static class PagingRecords
{
    /// <summary>Whether the delivery is on record already: another host was faster.</summary>
    public static bool IsRecorded(Incident incident, string delivery) =>
        incident.History.OfType<PagingEvent>().Any(paging => paging.Delivery == delivery);

    /// <summary>The event of a command that is well formed, without what all events have in common.</summary>
    public static PagingEvent EventOf(RecordPaging c) => c.Fact switch
    {
        PagingFact.Paged => new Paged
        {
            Delivery = c.Delivery, Run = c.Run, Cause = c.Cause, Step = c.Step, Repeat = c.Repeat, Audience = c.Audience,
            To = c.To!, Urgency = c.Urgency ?? PageUrgency.High, Request = c.Request,
        },
        PagingFact.Failed => new PageFailed
        {
            Delivery = c.Delivery, Run = c.Run, Cause = c.Cause, Step = c.Step, Repeat = c.Repeat, Audience = c.Audience,
            To = c.To!, Urgency = c.Urgency ?? PageUrgency.High, Request = c.Request, Reason = c.Reason,
        },
        PagingFact.Skipped => new PagingStepSkipped
        {
            Delivery = c.Delivery, Run = c.Run, Cause = c.Cause, Step = c.Step, Repeat = c.Repeat, Audience = c.Audience,
            Request = c.Request, Reason = c.Reason ?? "nobody is known",
        },
        PagingFact.Exhausted => new EscalationExhausted { Delivery = c.Delivery, Run = c.Run },
        PagingFact.Ticket =>
            new TicketFiled { Delivery = c.Delivery, Run = c.Run, Reason = c.Reason ?? "the level is for a ticket" },
        _ => throw new UnreachableException("The form rules let no other fact pass."),
    };
}
