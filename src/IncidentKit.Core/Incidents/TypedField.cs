using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace IncidentKit;

/// <summary>A property of a command or an event that is checked for its type alone, whatever it is called.</summary>
/// <remarks>Found in the JSON metadata, which are made at compile time. Immutable and thread-safe.</remarks>
internal sealed class TypedField
{
    private static readonly ConcurrentDictionary<Type, TypedField[]> Actors = [];
    private static readonly ConcurrentDictionary<Type, TypedField[]> Enums = [];
    private static readonly ConcurrentDictionary<Type, TypedField[]> Times = [];

    private readonly Func<object, object?> _get;
    private readonly HashSet<object> _words = [];

    private TypedField(JsonPropertyInfo property, Type type)
    {
        Name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
        Type = type;
        _get = property.Get!;
        if (type.IsEnum)
            _words.UnionWith(Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.ToObject(type, value)));
    }

    /// <summary>The name of the property.</summary>
    public string Name { get; }

    /// <summary>Its type; the underlying one if it is nullable.</summary>
    public Type Type { get; }

    /// <summary>The properties of a kind of command or event that hold an enum value.</summary>
    public static TypedField[] EnumsOf(Type kind) => Enums.GetOrAdd(kind, static kind => Of(kind, type => type.IsEnum));

    /// <summary>The properties of a kind of command that hold a time.</summary>
    public static TypedField[] TimesOf(Type kind) => Times.GetOrAdd(kind, static kind => Of(kind, type => type == typeof(When)));

    /// <summary>The properties of a kind of command that hold a person or a program.</summary>
    public static TypedField[] ActorsOf(Type kind) =>
        Actors.GetOrAdd(kind, static kind => Of(kind, type => type.IsAssignableTo(typeof(Actor))));

    /// <summary>The value; null where there is none.</summary>
    public object? ValueIn(object owner) => _get(owner);

    /// <summary>The value if it is not a defined value of the enumeration; null otherwise.</summary>
    public object? UndefinedIn(object owner) => _get(owner) is { } value && !_words.Contains(value) ? value : null;

    private static TypedField[] Of(Type kind, Func<Type, bool> isWanted) =>
    [
        .. from property in IncidentJsonContext.Default.GetTypeInfo(kind)!.Properties
           let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
           where isWanted(type) && property.Get is not null
           orderby property.DeclaringType == kind
           select new TypedField(property, type),
    ];
}
