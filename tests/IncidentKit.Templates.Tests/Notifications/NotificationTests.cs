using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Templates.Tests;

public sealed class NotificationTests
{
    private static readonly Notifications Messages = new(Incidents.Policies, time: new FakeTimeProvider(Incidents.T0.AddMinutes(12)));

    [Fact]
    [Process("P21")]
    public void Holding_ServiceAlone_Builds()
    {
        var message = Messages.Holding("Checkout").Build();

        Assert.Equal("Checkout: we are looking into a problem", message.Subject);
        Assert.Contains("since 18 November 2025, 14:35 UTC", message.Render(NotificationFormat.Text), StringComparison.Ordinal);
        Assert.Equal(Incidents.T0.AddMinutes(42), message.NextUpdateAt);
    }

    [Fact]
    [Process("P36")]
    public void Initial_FeatureAndSymptom_SaysAllThatTheProcessWants()
    {
        var message = Messages.Initial(Incidents.Declared())
            .Affecting("card payments")
            .Symptom("payments fail with an error")
            .Reaching(CustomerReach.Many)
            .Build();
        var text = message.Render(NotificationFormat.Text);

        Assert.Equal("Checkout: payments fail with an error – we are investigating", message.Subject);
        foreach (var part in (string[])
        [
            "Checkout", "card payments", "payments fail with an error", "A team is working on it", "Status: Investigating",
            "Impact: Medium, many customers", "Started: 18 November 2025, 14:21 UTC", "Next update: by 15:05 UTC",
        ])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Process("P36")]
    [InlineData(1, "High")]
    [InlineData(2, "Medium")]
    [InlineData(3, "Low")]
    [InlineData(4, "Low")]
    [InlineData(null, "Medium")]
    public void Initial_Level_GivesTheImpact(int? level, string impact) =>
        Assert.Contains(
            $"Impact: {impact}\n",
            Initial(Incidents.Declared(level)).Render(NotificationFormat.Text),
            StringComparison.Ordinal);

    [Theory]
    [Process("P36")]
    [InlineData(1.0, "all customers")]
    [InlineData(0.9, "many customers")]
    [InlineData(0.1, "many customers")]
    [InlineData(0.09, "some customers")]
    public void Initial_StatedShare_GivesTheReach(double share, string reach)
    {
        var incident = Incidents.Told(
            [(1, new StateImpact { By = Incidents.Alice, Kind = ImpactKind.Outage, From = When.At(Incidents.T0), Share = share })]);

        Assert.Contains(", " + reach + "\n", Initial(incident).Render(NotificationFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    [Process("P36")]
    public void Initial_LevelWithoutCadence_PromisesNews() =>
        Assert.Contains(
            "Next update: as soon as we know more",
            Initial(Incidents.Declared(3)).Render(NotificationFormat.Text),
            StringComparison.Ordinal);

    [Fact]
    [Process("P40")]
    public void Build_PartsMissingAndContradicting_NamesAllAtOnce()
    {
        var refused = Assert.Throws<IncompleteNotificationException>(() =>
            Messages.Initial(Incidents.Declared()).Affecting(" ").NextUpdateAt(Incidents.T0).StartedAt(Incidents.T0.AddHours(1)).Build());

        Assert.Equal(["next update", "affected feature", "symptom", "start"], refused.Faults.Select(fault => fault.Part));
        Assert.All(refused.Faults, fault => Assert.Contains(fault.Message, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    [Process("P40")]
    public void Build_ResolutionOfAnOpenIncident_NamesAllThatIsMissing()
    {
        var refused = Assert.Throws<IncompleteNotificationException>(() => Messages.Resolution(Incidents.Declared()).Build());

        Assert.Equal(
            ["affected feature", "experience of the users", "account of what happened", "time of resolution"],
            refused.Faults.Select(fault => fault.Part));
    }

    [Fact]
    [Process("P37")]
    public void Progress_StillInvestigating_IsAGoodUpdate()
    {
        var message = Messages.Progress(Incidents.Declared())
            .Doing("Still investigating.")
            .NextUpdateAt(Incidents.T0.AddMinutes(67))
            .Build();

        Assert.Equal("Checkout: update – investigating", message.Subject);
        Assert.Contains("Still investigating.", message.Render(NotificationFormat.Text), StringComparison.Ordinal);
        Assert.Contains("Next update: by 15:30 UTC", message.Render(NotificationFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    [Process("P37")]
    public void Progress_WithoutText_IsEmpty() =>
        Assert.Equal(
            ["text"],
            Assert.Throws<IncompleteNotificationException>(() => Messages.Progress(Incidents.Declared()).Known("").Doing(" \n").Build())
                .Faults.Select(fault => fault.Part));

    [Fact]
    [Process("P38")]
    public void Resolution_WorkedExample_SaysAllThatTheProcessWants()
    {
        var message = Messages.Resolution(Incidents.WorkedExample)
            .WhatHappened("An index was missing after a change. We put it back.")
            .Build();
        var text = message.Render(NotificationFormat.Text);

        Assert.Equal("Checkout: resolved", message.Subject);
        foreach (var part in (string[])
        [
            "payments", "resolved as of 18 November 2025, 15:05 UTC", "An index was missing",
            "Duration: 44 minutes", "Payments fail with an error.", "We are sorry", "We will review",
        ])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Process("P38")]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 minute")]
    [InlineData(60, "1 hour")]
    [InlineData(61, "1 hour 1 minute")]
    [InlineData(1050, "17 hours 30 minutes")]
    public void Resolution_Duration_IsInHoursAndMinutes(int minutes, string expected) => Assert.Contains(
        $"Duration: {expected}\n",
        Messages.Resolution(Incidents.WorkedExample)
            .WhatHappened("x")
            .Lasting(TimeSpan.FromMinutes(minutes))
            .Build()
            .Render(NotificationFormat.Text),
        StringComparison.Ordinal);

    [Fact]
    [Process("P38")]
    public void Resolution_CauseOfTheIncident_IsNotTakenForCustomers() =>
        Assert.Equal(["account of what happened"], Messages.Resolution(Incidents.WorkedExample).Check().Select(fault => fault.Part));

    [Fact]
    public void Build_Twice_RefusesChangeAfterTheFirst()
    {
        var builder = Messages.Progress(Incidents.Declared()).Doing("x");
        builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.Doing("y"));
    }

    private static Notification Initial(Incident incident) =>
        Messages.Initial(incident).Affecting("card payments").Symptom("payments fail").Build();
}
