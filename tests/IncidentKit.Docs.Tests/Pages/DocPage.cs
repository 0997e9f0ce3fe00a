namespace IncidentKit.Docs.Tests.Pages;

/// <summary>A page that readers see, and its blocks.</summary>
internal sealed class DocPage
{
    private DocPage(string name, string text)
    {
        Name = name;
        Blocks = BlockReader.Read(name, text);
        Snippets = [.. Blocks.Where(b => b.Language == "csharp")];
        Outputs =
        [
            .. Blocks.Zip(Blocks.Skip(1), (Snippet, Text) => (Snippet, Text))
                .Where(p => p.Snippet.Language == "csharp" && p.Text is { Language: "text", FollowsABlock: true }),
        ];
    }

    /// <summary>The README, the docs, and the pages that travel with a package.</summary>
    public static IReadOnlyList<DocPage> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories)
               .Append(Repository.Path("README.md"))
               .Concat(Directory.EnumerateDirectories(Repository.Path("src")).Select(d => Path.Combine(d, "README.md")).Where(File.Exists))
           let name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
           orderby name
           select new DocPage(name, File.ReadAllText(file)),
    ];

    /// <summary>The path from the root of the repository, with slashes.</summary>
    public string Name { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The blocks of C#. Together, in order, they are the program of the page.</summary>
    public IReadOnlyList<Block> Snippets { get; }

    /// <summary>The snippets that a block of text directly follows: it is what the snippet prints.</summary>
    public IReadOnlyList<(Block Snippet, Block Text)> Outputs { get; }

    /// <summary>Writes what a snippet printed into its block. Blocks that were written before may have moved it.</summary>
    public void Write(Block text, string printed)
    {
        var file = Repository.Path(Name);
        var now = Of(Name, File.ReadAllText(file)).Outputs[Outputs.Select(o => o.Text).ToList().IndexOf(text)].Text;
        var lines = File.ReadAllLines(file);
        File.WriteAllText(
            file,
            string.Concat([.. lines[..(now.Line - 1)].Select(l => l + "\n"), printed, .. lines[now.LastLine..].Select(l => l + "\n")]));
    }

    public static DocPage Of(string name, string text) => new(name, text);
}
