using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace IncidentKit.Tests;

/// <summary>One full sample of each kind of command or event: every property is set.</summary>
internal static class Samples
{
    public static IReadOnlyList<Type> KindsOf<T>() =>
        [.. typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType)];

    public static IEnumerable<PropertyInfo> Keys(Type kind) => kind.GetProperties().Where(p => p.SetMethod is not null);

    public static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(RequiredMemberAttribute)) || property.IsDefined(typeof(JsonRequiredAttribute));

    public static T Full<T>(Type kind)
    {
        var sample = Activator.CreateInstance(kind)!;
        foreach (var property in Keys(kind))
            property.SetValue(sample, ValueOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        return (T)sample;
    }

    private static object ValueOf(Type type) =>
        type.IsEnum ? Enum.GetValues(type).GetValue(1)!
        : type == typeof(string) ? "Fehlerrate über 5 %\n\"quoted\" \\ 🔥"
        : type == typeof(bool) ? true
        : type == typeof(int) ? 3
        : type == typeof(long) ? 4L
        : type == typeof(double) ? 0.1
        : type == typeof(When) ? When.At(Story.Start.AddTicks(1))
        : type == typeof(DateTimeOffset) ? Story.Start.AddTicks(12345)
        : type == typeof(DateOnly) ? new DateOnly(2025, 12, 1)
        : type == typeof(IncidentId) ? Story.Id
        : type == typeof(IReadOnlyList<string>) ? new[] { "eu", "checkout" }
        : type == typeof(Responder) || type == typeof(Actor) ? Story.Bob
        : type == typeof(CommandStamp) ? new CommandStamp { Key = "key", Digest = "00ff" }
        : throw new NotSupportedException($"No sample of {type}.");
}
