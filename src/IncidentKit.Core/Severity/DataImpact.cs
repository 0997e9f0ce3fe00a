namespace IncidentKit;

/// <summary>What became of data.</summary>
public enum DataImpact
{
    /// <summary>Data was neither lost nor exposed.</summary>
    Safe,

    /// <summary>Data was lost, exposed or not.</summary>
    Lost,

    /// <summary>Data was exposed, lost or not.</summary>
    Exposed,
}
