namespace IncidentKit.Insights;

/// <summary>What to do with an alert (P34).</summary>
public enum AlertAdviceKind
{
    /// <summary>Keep it as it is.</summary>
    Keep,

    /// <summary>Delete it: nobody acts on it.</summary>
    Delete,

    /// <summary>Make it a ticket: it can wait.</summary>
    MakeTicket,

    /// <summary>Tighten it: it fires though nothing is wrong.</summary>
    Tighten,

    /// <summary>Add context: people look, and often do not act within the shift.</summary>
    AddContext,
}
