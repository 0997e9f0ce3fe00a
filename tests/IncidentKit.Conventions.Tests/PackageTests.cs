using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IncidentKit.Conventions.Tests;

/// <summary>Packages depend one way, keep their internals, and bring no more than they need.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Packages_AreAllThatAreBuilt() =>
        Assert.Equal(
            Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Packages.All.Select(Packages.NameOf).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("IncidentKit.Core")]
    [InlineData("IncidentKit.Hosting", "IncidentKit.Core")]
    [InlineData("IncidentKit.Insights", "IncidentKit.Core")]
    [InlineData("IncidentKit.Rotation", "IncidentKit.Core")]
    [InlineData("IncidentKit.Templates", "IncidentKit.Core")]
    [InlineData("IncidentKit.Testing", "IncidentKit.Core")]
    public void Package_References_NoOtherOfOurs(string package, params string[] allowed) =>
        Assert.Equal(
            allowed,
            Packages.Named(package).GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => name.StartsWith("IncidentKit.", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void PublicClasses_AreSealedOrClosed(string package) =>
        Assert.Empty(
            from type in Packages.Named(package).GetExportedTypes()
            where type is { IsClass: true, IsSealed: false, IsAbstract: false }
            select type.Name);

    [Fact]
    public void Internals_AreSeenByTestsOnlyAndByEachOfThemFromOnePackage()
    {
        var friends =
            from package in Packages.All
            from friend in package.GetCustomAttributes<InternalsVisibleToAttribute>()
            select (Package: Packages.NameOf(package), Friend: friend.AssemblyName);

        Assert.All(friends, pair => Assert.EndsWith(".Tests", pair.Friend, StringComparison.Ordinal));
        Assert.Empty(friends.GroupBy(pair => pair.Friend).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Core_BringsFivePackages()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "IncidentKit.Core", "obj", "project.assets.json")));
        var brought =
            from package in assets.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            where package.Value.TryGetProperty("compile", out _)
            select package.Name.Split('/')[0];

        Assert.Equal(
            [
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Primitives",
                "Stateless",
            ],
            brought.Order(StringComparer.Ordinal));
    }
}
