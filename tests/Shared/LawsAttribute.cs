using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FsCheck.Xunit;

namespace IncidentKit.Tests;

/// <summary>Laws of a class: how often each is tried, times <c>INCIDENTKIT_LAWS</c> where that is set.</summary>
/// <remarks>A long night's run takes 10; a run that is repeated for each mutant takes 0.1.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[SuppressMessage("Extensibility", "xUnit3003", Justification = "It marks a class, and its base takes no source information.")]
internal sealed class LawsAttribute : PropertiesAttribute
{
    internal static readonly double Scale =
        double.TryParse(
            Environment.GetEnvironmentVariable("INCIDENTKIT_LAWS"), NumberStyles.Float, CultureInfo.InvariantCulture, out var scale)
            ? scale
            : 1;

    public LawsAttribute(int tries) => MaxTest = Math.Max(1, (int)(tries * Scale));

    /// <summary>All of <paramref name="cases"/>, or evenly spread ones of them where the scale is below 1.</summary>
    public static IReadOnlyList<T> Share<T>(IReadOnlyList<T> cases) =>
        Scale >= 1 ? cases : [.. cases.Where((_, i) => (int)(i * Scale) != (int)((i - 1) * Scale) || i == 0)];
}
