using System.Globalization;

namespace IncidentKit.Templates.Tests;

public sealed class DraftTests
{
    private static readonly Notifications Messages = new(Incidents.Policies);

    [Fact]
    [Process("P36")]
    [Process("P37")]
    [Process("P38")]
    public void Drafts_WorkedExample_AreThoseThatTheFactsTell() => Assert.Equal(
        ["14:25 Holding", "14:48 Initial", "14:55 Progress", "15:05 Resolution"],
        Messages.Drafts(Incidents.WorkedExample)
            .Select(draft => $"{draft.At?.ToString("HH:mm", CultureInfo.InvariantCulture)} {draft.Kind}"));

    [Fact]
    [Process("P21")]
    public void Drafts_NothingKnownButTheService_IsTheHoldingMessage() =>
        Assert.Equal([NotificationKind.Holding], Messages.Drafts(Incidents.Declared(null)).Select(draft => draft.Kind));

    [Fact]
    public void Drafts_EveryTimeUnknown_ThrowsNothing()
    {
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var declare = new DeclareIncident
        {
            Title = "T",
            Service = "S",
            By = new SystemActor("x"),
            Level = 1,
            When = When.Unknown,
            Detected = When.Unknown,
            Started = When.Unknown,
            Retrospective = true,
        };
        var incident = lifecycle.Declare(new IncidentId(Guid.CreateVersion7(Incidents.T0)), declare, Incidents.T0).Incident!;
        foreach (var command in (IncidentCommand[])
        [
            new DeclareMitigated { By = Incidents.Alice, When = When.Unknown },
            new ResolveIncident { By = Incidents.Alice, When = When.Unknown },
            new PostUpdate { By = Incidents.Alice, When = When.Unknown, Text = "x", Audience = UpdateAudience.Public },
        ])
        {
            incident = lifecycle.Decide(incident, command, Incidents.T0).Incident!;
        }

        Assert.Empty(Messages.Drafts(incident, new() { Symptom = "a", WhatHappened = "b" }));
        Assert.Contains(
            "not known",
            new PostMortems(Incidents.Policies).Render(new PostMortems(Incidents.Policies).Draft(incident), PostMortemFormat.Text),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_NoCustomerAffected_AreNone() =>
        Assert.Empty(Messages.Drafts(Incidents.Told([(1, new DescribeImpact { By = Incidents.Alice, CustomersAffected = false })])));
}
