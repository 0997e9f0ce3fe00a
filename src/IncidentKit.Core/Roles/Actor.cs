using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>Who did something: a person (<see cref="Responder"/>) or a program (<see cref="SystemActor"/>).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Responder), "person")]
[JsonDerivedType(typeof(SystemActor), "system")]
public abstract record Actor
{
    private protected Actor()
    {
    }

    /// <summary>The name shown to people.</summary>
    public abstract string Name { get; }

    /// <inheritdoc />
    public sealed override string ToString() => Name;
}
