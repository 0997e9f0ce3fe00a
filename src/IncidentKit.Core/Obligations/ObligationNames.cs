namespace IncidentKit;

/// <summary>The names of the library's obligations, as in its JSON. Hosts prefix their own.</summary>
/// <remarks>Thread-safe.</remarks>
public static class ObligationNames
{
    /// <summary>A person acknowledges.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Somebody commands.</summary>
    public const string AssignCommander = "assignCommander";

    /// <summary>Three different people hold the three roles.</summary>
    public const string StaffRoles = "staffRoles";

    /// <summary>The first level is set.</summary>
    public const string SetLevel = "setLevel";

    /// <summary>The channel of record is open.</summary>
    public const string OpenChannel = "openChannel";

    /// <summary>Service is mitigated, has recovered, or the incident is escalated.</summary>
    public const string Mitigate = "mitigate";

    /// <summary>Customers are told for the first time.</summary>
    public const string FirstPublicUpdate = "firstPublicUpdate";

    /// <summary>Customers hear the next thing.</summary>
    public const string PublicUpdate = "publicUpdate";

    /// <summary>Stakeholders hear the next thing.</summary>
    public const string InternalUpdate = "internalUpdate";

    /// <summary>The post-mortem has a date and time.</summary>
    public const string FixPostMortem = "fixPostMortem";

    /// <summary>The post-mortem is held.</summary>
    public const string HoldPostMortem = "holdPostMortem";

    /// <summary>The post-mortem is published.</summary>
    public const string PublishPostMortem = "publishPostMortem";
}
