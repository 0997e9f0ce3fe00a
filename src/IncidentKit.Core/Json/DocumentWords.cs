using System.Text.Json;

namespace IncidentKit;

/// <summary>The words for the members of an enumeration in documents, such as "anyHour".</summary>
internal static class DocumentWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static IReadOnlyDictionary<string, T> All<T>()
        where T : struct, Enum => Words<T>.All;

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> All = Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);
    }
}
