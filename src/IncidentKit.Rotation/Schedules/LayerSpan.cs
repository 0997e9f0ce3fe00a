namespace IncidentKit.Rotation;

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

    public readonly IEnumerable<long> TurnsOnDuty => Turns[..Count].ToArray();

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
