namespace IncidentKit;

/// <summary>How service came back (P22).</summary>
public enum MitigatedBy
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>A deployment or change was rolled back.</summary>
    Rollback,

    /// <summary>Capacity was added.</summary>
    ScaleUp,

    /// <summary>A dependency was cut.</summary>
    CutDependency,

    /// <summary>A fix was put in place.</summary>
    Fix,

    /// <summary>The vendor ended it.</summary>
    Vendor,

    /// <summary>Service recovered by itself.</summary>
    Itself,
}
