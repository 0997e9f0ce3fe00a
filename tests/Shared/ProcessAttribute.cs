using Xunit.v3;

namespace IncidentKit.Tests;

/// <summary>Ties a test to a line of the process, such as P61.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProcessAttribute(string number) : Attribute, ITraitAttribute
{
    public string Number { get; } = number;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Process", Number)];
}
