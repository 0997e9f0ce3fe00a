using static IncidentKit.Tests.Lifecycle.ExampleSteps;

namespace IncidentKit.Tests.Obligations;

/// <summary>One story in which each obligation is met at the last moment, and one in which it is missed.</summary>
internal static class ObligationExamples
{
    // The examples are declared on a Tuesday at 14:23: two days later is a Thursday, five business days later the next Tuesday.
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);
    private static readonly TimeSpan FifthBusinessDay = TimeSpan.FromDays(7) + new TimeSpan(17, 0, 0) - new TimeSpan(14, 23, 0);

    public static (ObligationExample Met, ObligationExample Missed) Of(string obligation) => obligation switch
    {
        ObligationNames.Acknowledge => (
            new("A person acknowledges after half an hour.", [At(30, Ack(Alice))], Minutes(30)),
            new("Nobody has acknowledged after half an hour.", [], Minutes(30))),
        ObligationNames.AssignCommander => (
            new("Command is given two minutes after acknowledgement.", [At(1, Ack(Alice)), At(3, Command(Alice))], Minutes(3)),
            new("Nobody commands two minutes after acknowledgement.", [At(1, Ack(Alice))], Minutes(3))),
        ObligationNames.StaffRoles => (
            new("Three people hold the roles two minutes after acknowledgement.", [.. Levelled(), .. Staffing(3)], Minutes(3)),
            new(
                "Two people hold the roles.",
                [.. Levelled(), At(3, Command(Alice)), At(3, Assign(IncidentRole.TechnicalLead, Bob))],
                Minutes(3))),
        ObligationNames.SetLevel => (
            new("The level is set five minutes after detection.", [At(1, Ack(Alice)), At(5, Level(2))], Minutes(5)),
            new("No level is set five minutes after detection.", [At(1, Ack(Alice))], Minutes(5))),
        ObligationNames.OpenChannel => (
            new("The channel opens two minutes after a late acknowledgement.", [At(10, Ack(Alice)), At(12, Channel())], Minutes(12)),
            new("There is no channel five minutes after detection.", [At(1, Ack(Alice))], Minutes(5))),
        ObligationNames.Mitigate => (
            new(
                "It is escalated half an hour after detection.",
                [At(1, Ack(Alice)), At(30, new EscalateUnmitigated { By = Alice })],
                Minutes(30)),
            new("It is neither mitigated nor escalated half an hour after detection.", [At(1, Ack(Alice))], Minutes(30))),
        ObligationNames.FirstPublicUpdate => (
            new("Customers hear of it ten minutes after acknowledgement.", [At(1, Ack(Alice)), At(11, Update(Alice))], Minutes(11)),
            new("Customers hear nothing for ten minutes after acknowledgement.", [At(1, Ack(Alice))], Minutes(11))),
        ObligationNames.PublicUpdate => (
            new(
                "The next public update comes after half an hour.",
                [At(1, Ack(Alice)), At(5, Update(Alice)), At(35, Update(Alice))],
                Minutes(36)),
            new("No public update follows the first.", [At(1, Ack(Alice)), At(5, Update(Alice))], Minutes(35))),
        ObligationNames.InternalUpdate => (
            new("Stakeholders hear of it half an hour after acknowledgement.", [At(1, Ack(Alice)), At(31, Told())], Minutes(32)),
            new("Stakeholders hear nothing for half an hour.", [At(1, Ack(Alice))], Minutes(31))),
        ObligationNames.FixPostMortem => (
            new("The post-mortem gets its date after two days.", [.. Resolved(), (TwoDays, new FixPostMortem { By = Alice })], TwoDays),
            new("The post-mortem has no date after two days.", Resolved(), TwoDays)),
        ObligationNames.HoldPostMortem => (
            new("The post-mortem is held after two days.", [.. Resolved(), (TwoDays, new HoldPostMortem { By = Alice })], TwoDays),
            new("The post-mortem is not held after two days.", Resolved(), TwoDays)),
        _ => (
            new(
                "The post-mortem is out at the end of the fifth business day.",
                [.. Resolved(), (FifthBusinessDay, new PublishPostMortem { By = Alice })],
                FifthBusinessDay),
            new("The post-mortem is not out at the end of the fifth business day.", Resolved(), FifthBusinessDay)),
    };

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static (TimeSpan, IncidentCommand) At(int minutes, IncidentCommand command) => (Minutes(minutes), command);

    private static (TimeSpan, IncidentCommand)[] Levelled() => [At(1, Ack(Alice)), At(1, Level(2))];

    private static (TimeSpan, IncidentCommand)[] Staffing(int minutes) =>
        [
            At(minutes, Command(Alice)), At(minutes, Assign(IncidentRole.TechnicalLead, Bob)),
            At(minutes, Assign(IncidentRole.CommunicationsLead, Carol)),
        ];

    private static PostUpdate Told() => new() { By = Alice, Audience = UpdateAudience.Internal, Text = "The rollback runs." };

    private static (TimeSpan, IncidentCommand)[] Resolved() => [At(0, Ack(Alice)), At(0, Level(2)), At(0, Mitigated()), At(0, Resolve())];
}
