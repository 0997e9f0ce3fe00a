namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>The files of one folder that are in one ring.</summary>
/// <param name="Folder">The folder; "Manager" for the root of the package.</param>
/// <param name="Ring">The ring.</param>
internal readonly record struct Room(string Folder, Ring Ring)
{
    /// <inheritdoc />
    public override string ToString() => Ring switch
    {
        Ring.Workings => $"{Folder} workings",
        Ring.Composition => $"{Folder} composition",
        _ => Folder,
    };
}
