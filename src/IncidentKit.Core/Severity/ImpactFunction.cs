namespace IncidentKit;

/// <summary>How much the function that is hit matters, the least first.</summary>
public enum ImpactFunction
{
    /// <summary>Looks only.</summary>
    Cosmetic,

    /// <summary>A function that few miss.</summary>
    Minor,

    /// <summary>A function that many work with.</summary>
    Major,

    /// <summary>What the service stands or falls with, such as payments, sign-in or the whole service.</summary>
    Critical,
}
