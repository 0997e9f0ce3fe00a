namespace IncidentKit.Templates.Tests;

/// <summary>Broken wording is found when it is read, with file, line and reason, and not when an incident first reaches it.</summary>
[Process("P42")]
public sealed class WordingCheckTests
{
    private const string Subject = "# {{ service }}\n";

    public static TheoryData<string> Names => [.. Wordings.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WordingOfTheLibrary_HasNoFault(string name) => Assert.Empty(Faults(name, Wordings.TextOf(name)));

    [Theory]
    [InlineData("a syntax error", "a\n{% if known %}b", 2, "endif")]
    [InlineData("an unfinished expression", "a\n\n{{ known | }}", 3, "expression")]
    [InlineData("an unknown variable", "a\n{{ sevrice }}", 2, "\"sevrice\"")]
    [InlineData("one in a branch that is never reached", "{% if service == 'x' %}\n{{ sevrice }}{% endif %}", 2, "\"sevrice\"")]
    [InlineData("one in a condition", "{% if sevrice %}a{% endif %}", 1, "\"sevrice\"")]
    [InlineData("one in a loop", "{% for i in (1..3) %}\n{{ j }}{% endfor %}", 2, "\"j\"")]
    [InlineData("one as an argument", "{{ service | append: sevrice }}", 1, "\"sevrice\"")]
    [InlineData("one in an assignment", "{% assign a = sevrice %}{{ a }}", 1, "\"sevrice\"")]
    [InlineData("one in a capture", "{% capture a %}{{ sevrice }}{% endcapture %}", 1, "\"sevrice\"")]
    [InlineData("an unknown tag", "{% bogus %}", 1, "\"bogus\"")]
    [InlineData("an unknown filter", "a\n{{ service | shout }}", 2, "\"shout\"")]
    [InlineData("an unknown filter before a known one", "{{ service | shout | upcase }}", 1, "\"shout\"")]
    [InlineData("a filter that escapes", "{{ service | escape }}", 1, "not needed")]
    [InlineData("a filter that reads a clock", "{{ 'now' | date: '%Y' }}", 1, "\"date\"")]
    [InlineData("a loop without end in sight", "{% for i in (1..1000000000) %}a{% endfor %}", 1, "LoopLimit")]
    [InlineData("loops in loops", "{% for i in (1..9000) %}{% for j in (1..9000) %}a{% endfor %}{% endfor %}", 1, "100000")]
    [InlineData("an include", "{% include 'other' %}", 1, "include")]
    [InlineData("a value that may be absent", "a\n{{ known }}", 2, "may be absent")]
    [InlineData("one that another condition guards", "{% if doing %}{{ known }}{% endif %}", 1, "may be absent")]
    public void Read_BrokenWording_SaysWhereAndWhy(string what, string wording, int line, string reason)
    {
        var fault = Assert.Single(Faults("progress", Subject + wording));

        Assert.True(fault is { File: "progress.liquid", Line: { } at } && at == line + 1, $"{what}: {fault}");
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% if known %}{{ known }}{% endif %}")]
    [InlineData("{% if doing == blank %}-{% elsif known %}{{ known }}{% endif %}")]
    [InlineData("{{ known | default: 'nothing yet' }}")]
    [InlineData("{% assign word = service | upcase %}{{ word | truncate: 10 }}")]
    [InlineData("{% for i in (1..3) %}{{ forloop.index }} {{ i }}{% endfor %}")]
    [InlineData("{% comment %}{{ sevrice }}{% endcomment %}{% raw %}{{ sevrice }}{% endraw %}")]
    [InlineData("{% case status %}{% when 'Investigating' %}a{% else %}b{% endcase %}")]
    public void Read_SoundWording_HasNoFault(string wording) => Assert.Empty(Faults("progress", Subject + wording));

    [Theory]
    [InlineData("{% for row in timeline %}{{ row.tiem }}{% endfor %}", "\"row\" has no \"tiem\"")]
    [InlineData("{% for row in timeline %}{{ row.text }}{% endfor %}", "\"row.text\" may be absent")]
    [InlineData("{% for row in rows %}a{% endfor %}", "\"rows\"")]
    public void Read_BrokenLoopOverAList_SaysWhy(string wording, string reason) =>
        Assert.Contains(reason, Assert.Single(Faults("post-mortem", "# {{ title }}\n" + wording)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_SeveralFaults_NamesAllOfThem() =>
        Assert.Equal([2, 3, 4], Faults("progress", Subject + "{{ a }}\n{{ b }}\n{{ service | c }}").Select(fault => fault.Line ?? 0));

    [Fact]
    public void Read_NoSubject_SaysSo() => Assert.Contains(
        "subject",
        Assert.Single(Faults("holding", "Something is wrong with {{ service }}.")).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Read_TooDeep_SaysSo()
    {
        var deep = string.Concat(Enumerable.Repeat("{% if known %}", 5000)) + string.Concat(Enumerable.Repeat("{% endif %}", 5000));

        Assert.Contains(Faults("progress", Subject + deep), fault => fault.Reason.Contains("depth", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_CharactersOfTokens_SaysSo() =>
        Assert.Contains("private-use", Assert.Single(Faults("holding", Subject + "\uEEF0\uEEF2\uEEF1")).Reason, StringComparison.Ordinal);

    private static List<WordingFault> Faults(string name, string wording)
    {
        var faults = new List<WordingFault>();
        WordingCheck.Read(name + ".liquid", name, wording, faults);
        return faults;
    }
}
