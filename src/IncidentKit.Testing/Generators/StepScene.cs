namespace IncidentKit.Testing;

/// <summary>What a random step is read in: the incident as it stands, and the policy that it follows.</summary>
internal readonly record struct StepScene(IncidentPolicy Policy, Incident Incident)
{
    /// <summary>How many levels there are.</summary>
    public int Levels => Policy.Levels.Count;

    /// <summary>The rank of one of the levels.</summary>
    public int Level(int pick) => 1 + (pick % Levels);

    /// <summary>The name of one of the obligations.</summary>
    public string Obligation(int pick) => Policy.Obligations[pick % Policy.Obligations.Count].Name;
}
