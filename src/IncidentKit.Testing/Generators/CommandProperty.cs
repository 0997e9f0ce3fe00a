using System.Reflection;
using System.Runtime.CompilerServices;

namespace IncidentKit.Testing;

/// <summary>A property of a command that random steps fill, with its type (the underlying one if it is nullable).</summary>
internal sealed record CommandProperty(PropertyInfo Info, Type Type, bool IsNullable, bool IsRequired)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Values of the type that no command may have here.</summary>
    public IReadOnlyList<object?> InvalidValues => Type switch
    {
        { IsEnum: true } => [Enum.ToObject(Type, 99)],
        _ when Type == typeof(string) => IsRequired ? ["\0", " "] : ["\0"],
        _ when Type == typeof(int) => [-1],
        _ when Type == typeof(long) => [-1L],
        _ when Type == typeof(double) => [double.NaN],
        _ when Type == typeof(When) => [When.At(DateTimeOffset.MaxValue)],
        _ when Type == typeof(IncidentId) => [default(IncidentId)],
        { IsValueType: false } when IsRequired && !IsNullable => [null],
        _ => [],
    };

    public static CommandProperty[] Of(Type kind)
    {
        lock (Nullability)
        {
            return
            [
                .. kind.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(property => property.SetMethod is { IsPublic: true })
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new CommandProperty(
                        property,
                        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
                        Nullability.Create(property).WriteState == NullabilityState.Nullable,
                        property.IsDefined(typeof(RequiredMemberAttribute)))),
            ];
        }
    }

    /// <summary>The same command with another value in this property.</summary>
    public IncidentCommand WithValue(IncidentCommand command, object? value)
    {
        var changed = command with { };
        Info.SetValue(changed, value);
        return changed;
    }
}
