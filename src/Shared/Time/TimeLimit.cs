namespace IncidentKit;

/// <summary>Gives a host's code a time by which it answers. One that does not heed its token is not waited for either.</summary>
internal static class TimeLimit
{
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public static async Task<T> WithinAsync<T>(
        Func<CancellationToken, ValueTask<T>> ask, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            return await ask(either.Token).AsTask().WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"There was no answer within {limit.TotalSeconds:0.##} seconds.");
        }
    }
}
