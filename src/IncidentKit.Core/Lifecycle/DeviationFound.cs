namespace IncidentKit;

/// <summary>What a rule has to say of a command that is accepted all the same.</summary>
internal readonly record struct DeviationFound(string Rule, string Message, string Remedy);
