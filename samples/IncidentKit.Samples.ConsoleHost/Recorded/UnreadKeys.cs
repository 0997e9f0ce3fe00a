namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Collects the keys of a file that nothing reads: they are no fault, but may be misspelt.</summary>
internal sealed class UnreadKeys
{
    private readonly List<string> _places = [];

    public IReadOnlyList<string> Places => _places;

    /// <summary>Notes the keys of an object that are none of <paramref name="known"/>.</summary>
    public void Note(DocumentObject item, params ReadOnlySpan<string> known)
    {
        foreach (var key in item.Keys)
        {
            if (!known.Contains(key))
                _places.Add($"{item.Path}.{key}"[2..]);
        }
    }
}
