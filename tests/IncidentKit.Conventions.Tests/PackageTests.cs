namespace IncidentKit.Conventions.Tests;

/// <summary>Packages depend one way, and what they show cannot be derived from.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Core_References_NoOtherPackageOfOurs() =>
        Assert.DoesNotContain(
            typeof(Incident).Assembly.GetReferencedAssemblies(),
            a => a.Name!.StartsWith("IncidentKit.", StringComparison.Ordinal));

    [Fact]
    public void Rotation_References_CoreOnly() =>
        Assert.Equal(
            ["IncidentKit.Core"],
            typeof(Rotation.OnCallSchedule).Assembly.GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(n => n.StartsWith("IncidentKit.", StringComparison.Ordinal)));

    [Fact]
    public void Rotation_PublicTypes_AreSealedOrClosed()
    {
        var open = from type in typeof(Rotation.OnCallSchedule).Assembly.GetExportedTypes()
                   where type is { IsClass: true, IsSealed: false, IsAbstract: false }
                   select type.Name;

        Assert.Empty(open);
    }
}
