namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>The three rings of Core, from the inside out. Code uses its own ring and the ones inside it.</summary>
internal enum Ring
{
    /// <summary>The values of the concepts; they know neither the incident nor its lifecycle.</summary>
    Values,

    /// <summary>The incident, its lifecycle, and the commands, events, rules and engines of the concepts.</summary>
    Workings,

    /// <summary>What is composed of them: planning, policies, storage, integrations, the manager, dependency injection.</summary>
    Composition,
}
