/// <summary>A clock that a script moves.</summary>
internal sealed class ScriptClock(DateTimeOffset now) : TimeProvider
{
    public void Advance(TimeSpan time) => now += time;
    public override DateTimeOffset GetUtcNow() => now;
}
