namespace IncidentKit.Templates.Tests;

/// <summary>A text as an attacker, a bad copy or a broken system may put it into any field.</summary>
public sealed record HostileText(string Value);
