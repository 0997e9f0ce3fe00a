using System.Runtime.CompilerServices;

namespace IncidentKit.Rotation;

/// <summary>The turns that are on duty in a layer at once: one, or several where windows of different days overlap.</summary>
[InlineArray(Most)]
internal struct TurnNumbers
{
    public const int Most = 8;

    private long _first;
}
