namespace IncidentKit;

/// <summary>
/// The fields of a JSON object. A document is described once, by a function that names each field with its value; given one of the kinds
/// of this class, the same function reads the document, writes it, or describes it for the JSON Schema and the reference page.
/// </summary>
/// <remarks>Each method takes the value to write, which is the default when reading, and returns the value of the field.</remarks>
internal abstract class DocumentFields
{
    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public abstract int Whole(string key, int value, int least = 1, bool required = false);

    /// <summary>True or false.</summary>
    public abstract bool Flag(string key, bool value);

    /// <summary>True or false; left out if null.</summary>
    public abstract bool? OptionalFlag(string key, bool? value);

    /// <summary>A text.</summary>
    public abstract string Text(string key, string value, bool required = false);

    /// <summary>A text; left out if null.</summary>
    public abstract string? OptionalText(string key, string? value);

    /// <summary>A list of texts.</summary>
    public abstract IReadOnlyList<string> Texts(string key, IReadOnlyList<string> value);

    /// <summary>A span of time above zero.</summary>
    public abstract TimeSpan Span(string key, TimeSpan value);

    /// <summary>A span of time above zero; if null, it is written as null or left out.</summary>
    public abstract TimeSpan? OptionalSpan(string key, TimeSpan? value, bool leftOut = false);

    /// <summary>A member of an enumeration.</summary>
    public abstract T Word<T>(string key, T value)
        where T : struct, Enum;

    /// <summary>A member of an enumeration; left out if null.</summary>
    public abstract T? OptionalWord<T>(string key, T? value)
        where T : struct, Enum;

    /// <summary>A member of an enumeration, or a list of them; left out if empty.</summary>
    public abstract IReadOnlyList<T> Words<T>(string key, IReadOnlyList<T> value)
        where T : struct, Enum;

    /// <summary>A member of an enumeration for each key; a key is spelled as in <paramref name="known"/> if it is known.</summary>
    public abstract IReadOnlyDictionary<string, T>? WordByKey<T>(
        string key, IReadOnlyList<KeyValuePair<string, T>> value, IReadOnlyList<string> known)
        where T : struct, Enum;

    /// <summary>A time zone by its id.</summary>
    public abstract TimeZoneInfo Zone(string key, TimeZoneInfo value);

    /// <summary>A time of day, which is required.</summary>
    public abstract TimeOnly Clock(string key, TimeOnly value);

    /// <summary>A list of dates.</summary>
    public abstract IReadOnlyList<DateOnly> Dates(string key, IEnumerable<DateOnly> value);

    /// <summary>An object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="fields">The fields of the object.</param>
    /// <param name="missing">The fault if the object is absent; null if it may be.</param>
    public abstract T Object<T>(string key, T value, Func<DocumentFields, T, T> fields, string? missing = null);

    /// <summary>An object; if null, it is written as null or left out.</summary>
    public abstract T? OptionalObject<T>(string key, T? value, Func<DocumentFields, T, T?> fields, bool leftOut = false)
        where T : struct;

    /// <summary>A list of objects.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The items.</param>
    /// <param name="blank">An item without values, for reading.</param>
    /// <param name="fields">The fields of an item, and its index in the list.</param>
    public abstract IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> value, T blank, Func<DocumentFields, T, int, T> fields)
        where T : class;

    /// <summary>A list of objects, or a word in its place that stands for null.</summary>
    /// <returns>Whether the key is there, and the items; null for the word, or if an item has faults.</returns>
    public abstract (bool IsThere, IReadOnlyList<T>? Items) ListOrWord<T>(
        string key, string word, IReadOnlyList<T>? value, T blank, Func<DocumentFields, T, T> fields)
        where T : class;

    /// <summary>A list whose items are texts or objects.</summary>
    public abstract IReadOnlyList<T> TextsOrObjects<T>(
        string key, IReadOnlyList<T> value, Func<T, string?> text, Func<string, T> fromText, Func<DocumentFields, T?, T?> fields)
        where T : class;

    /// <summary>A fault at a key that is found only when reading; at the object itself if the key is null.</summary>
    public virtual void Fault(string? key, string reason)
    {
    }

    /// <summary>Exactly one of some keys is expected.</summary>
    public virtual void ExactlyOne(params IReadOnlyList<string> keys)
    {
    }
}
