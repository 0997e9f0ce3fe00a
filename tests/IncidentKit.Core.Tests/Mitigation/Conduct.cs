namespace IncidentKit.Tests.Mitigation;

/// <summary>How a check behaves in a test.</summary>
public enum Conduct
{
    Yes,
    No,
    Unknown,
    AnswersNull,
    FailsLater,
    FailsBeforeItAwaits,
    Hangs,
    HangsUntilItIsToldToStop,
    BlocksItsThread,
}
