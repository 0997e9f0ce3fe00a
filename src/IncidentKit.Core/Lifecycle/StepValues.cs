using System.Collections.Immutable;
using System.Globalization;

namespace IncidentKit;

/// <summary>The values that are filled into the steps of a way, by the key of the parameter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class StepValues
{
    private readonly ImmutableDictionary<string, object> _values;

    private StepValues(ImmutableDictionary<string, object> values) => _values = values;

    /// <summary>No values.</summary>
    public static StepValues None { get; } = new(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal));

    /// <summary>These values and one more; an earlier one with the same key gives way.</summary>
    /// <param name="key">The <see cref="StepParameter.Key"/>.</param>
    /// <param name="value">A value of the parameter's kind.</param>
    public StepValues With(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        return new(_values.SetItem(key, value));
    }

    /// <summary>The value with a key; null where none was given.</summary>
    public object? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>The person with a key.</summary>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public Responder Person(string key) => (Responder)_values[key];

    /// <summary>The text with a key.</summary>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public string Text(string key) => (string)_values[key];

    /// <summary>The chosen word with a key, as a whole number.</summary>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public int Number(string key) => int.Parse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The chosen word with a key, as a member of an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public T Choice<T>(string key)
        where T : struct, Enum => Enum.Parse<T>(Text(key));

    /// <summary>The day with a key.</summary>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public DateOnly Date(string key) => (DateOnly)_values[key];

    /// <summary>The instant with a key.</summary>
    /// <exception cref="KeyNotFoundException">None was given.</exception>
    public DateTimeOffset Instant(string key) => (DateTimeOffset)_values[key];
}
