namespace IncidentKit;

/// <summary>What is wrong with a record of an alert history.</summary>
public enum AlertHistoryFaultKind
{
    /// <summary>It has no name, key or time that can be used.</summary>
    Malformed,

    /// <summary>It stands twice; it counts once.</summary>
    Repeated,

    /// <summary>Two firings have one key and differ; neither counts.</summary>
    Conflicting,

    /// <summary>One of its times lies after the instant up to which the history goes.</summary>
    InTheFuture,

    /// <summary>Something came before what it follows from: the clocks disagree.</summary>
    OutOfOrder,

    /// <summary>Two of its facts exclude each other.</summary>
    Contradictory,

    /// <summary>The firing that it names is not in the history, or does not count.</summary>
    WithoutFiring,
}
