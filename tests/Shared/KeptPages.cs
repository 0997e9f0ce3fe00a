namespace IncidentKit.Tests;

/// <summary>A pager that keeps what it was asked to page.</summary>
internal sealed class KeptPages : IPager
{
    public List<PageRequest> Pages { get; } = [];

    public Responder? FailFor { get; set; }

    public ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.To == FailFor)
            throw new IOException("no network");
        Pages.Add(request);
        return new(PageOutcome.Delivered);
    }
}
