namespace IncidentKit.Docs.Tests.Pages;

/// <summary>Finds the fenced blocks of a Markdown text.</summary>
internal static class BlockReader
{
    private const string Fence = "```";

    public static IReadOnlyList<Block> Read(string page, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Block>();
        var heading = "";
        var follows = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
                heading = lines[i].TrimStart('#').Trim();
            if (!lines[i].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                follows &= string.IsNullOrWhiteSpace(lines[i]);
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, l => l.Trim() == Fence);
            if (end < 0)
                throw new FormatException($"{page}:{i + 1}: the block has no end");
            blocks.Add(new Block
            {
                DocPage = page,
                Line = i + 2,
                Language = lines[i].Trim()[Fence.Length..].Trim(),
                Heading = heading,
                Text = string.Concat(lines[(i + 1)..end].Select(l => l + "\n")),
                FollowsABlock = follows,
            });
            follows = true;
            i = end;
        }

        return blocks;
    }
}
