namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>One use of a symbol across files.</summary>
/// <param name="From">The file that uses it, relative to the sources.</param>
/// <param name="To">The file that declares it, relative to the sources.</param>
/// <param name="Symbol">The type or member, as <c>Type.Member</c>.</param>
internal readonly record struct Dependency(string From, string To, string Symbol);
