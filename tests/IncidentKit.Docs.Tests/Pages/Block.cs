namespace IncidentKit.Docs.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
internal sealed record Block
{
    public required string DocPage { get; init; }

    /// <summary>The line of the page on which the text begins, from 1; the fence is the line above.</summary>
    public required int Line { get; init; }

    /// <summary>What follows the opening fence; empty for a plain block.</summary>
    public required string Language { get; init; }

    /// <summary>The heading that the block stands under; empty before the first.</summary>
    public required string Heading { get; init; }

    /// <summary>The lines, each with a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>Only blank lines stand between the block before and this one.</summary>
    public required bool FollowsABlock { get; init; }

    public string Place => $"{DocPage}:{Line}";

    public int LastLine => Line + Text.Count(c => c == '\n') - 1;
}
