namespace IncidentKit.Rotation;

/// <summary>
/// A change of who is on call for a stretch of time. Of two on one person at one time the later in the list
/// wins; adding beats removing.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class OnCallOverride
{
    private protected OnCallOverride()
    {
    }

    /// <summary>When it applies.</summary>
    public required Interval Time { get; init; }

    /// <summary>The one layer that it changes, before priorities are compared.</summary>
    /// <value>Null: it changes what the layers together say.</value>
    public string? Layer { get; init; }

    internal virtual Responder? Whom => null;
}

/// <summary>Somebody is on call in addition, whoever else is.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AddOverride : OnCallOverride
{
    /// <summary>Who is added.</summary>
    public required Responder Person { get; init; }
}

/// <summary>Somebody is not on call.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemoveOverride : OnCallOverride
{
    /// <summary>Who is removed.</summary>
    public required Responder Person { get; init; }

    internal override Responder Whom => Person;
}

/// <summary>Somebody stands in for a person, while that person would be on call.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ReplaceOverride : OnCallOverride
{
    /// <summary>Who is replaced.</summary>
    public required Responder Person { get; init; }

    /// <summary>Who is on call instead.</summary>
    public required Responder By { get; init; }

    internal override Responder Whom => Person;
}

/// <summary>Somebody is on call instead of everybody, also where nobody would be.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoverOverride : OnCallOverride
{
    /// <summary>Who is on call instead, at least one.</summary>
    public required OnCallPeople People { get; init; }

    /// <summary>A cover hides covers of lower priority; equal ones are on call together.</summary>
    /// <value>0.</value>
    public int Priority { get; init; }
}

/// <summary>Somebody asks to be replaced. Once taken it replaces; until then it changes nothing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SwapOverride : OnCallOverride
{
    /// <summary>Who asks.</summary>
    public required Responder Person { get; init; }

    /// <summary>Who has taken it.</summary>
    /// <value>Null: nobody so far.</value>
    public Responder? TakenBy { get; init; }

    internal override Responder? Whom => TakenBy is null ? null : Person;
}
