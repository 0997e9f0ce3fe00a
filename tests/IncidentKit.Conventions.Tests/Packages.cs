using System.Reflection;

namespace IncidentKit.Conventions.Tests;

/// <summary>The packages of the library.</summary>
internal static class Packages
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        typeof(Incident).Assembly,
        typeof(DeliveryDispatcher).Assembly,
        typeof(FiguresReport).Assembly,
        typeof(Rotation.OnCallSchedule).Assembly,
        typeof(Templates.Notification).Assembly,
        typeof(Testing.IncidentStory).Assembly,
    ];

    public static TheoryData<string> Names => [.. All.Select(NameOf)];

    public static Assembly Named(string name) => All.Single(assembly => NameOf(assembly) == name);

    public static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>All types of the packages, internal ones too.</summary>
    public static IEnumerable<Type> Types => All.SelectMany(assembly => assembly.GetTypes());
}
