using System.Runtime.CompilerServices;

namespace IncidentKit.Rotation;

/// <summary>The turns that are on duty in a layer at once: one, or several where windows of different days overlap.</summary>
[InlineArray(Most)]
internal struct TurnNumbers
{
    public const int Most = 8;

    private long _first;
}

/// <summary>What a layer says at an instant, and how long it says the same, in ticks.</summary>
internal struct LayerSpan
{
    public long From;
    public long Until;
    public int Count;
    public TurnNumbers Turns;

    public LayerSpan()
    {
        From = long.MinValue;
        Until = long.MaxValue;
    }

    public void Narrow(long from, long until)
    {
        From = Math.Max(From, from);
        Until = Math.Min(Until, until);
    }

    public void Add(long turn)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Turns[i] == turn)
                return;
        }

        Turns[Count++] = turn;
    }
}
