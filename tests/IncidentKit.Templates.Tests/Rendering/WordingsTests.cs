namespace IncidentKit.Templates.Tests;

[Process("P42")]
public sealed class WordingsTests
{
    [Fact]
    public void FromFolder_SoundWording_IsUsedInPlaceOfTheLibrarys()
    {
        using var folder = new WordingFolder(("holding.liquid", "# Störung: {{ service }}\n\nWir sehen uns **{{ service }}** an."));
        var wordings = Wordings.FromFolder(folder.Path);

        var message = new Notifications(Incidents.Policies, wordings).Holding("Kasse <1>").Build();

        Assert.Empty(wordings.Faults);
        Assert.Equal("Störung: Kasse <1>", message.Subject);
        Assert.Equal("<p>Wir sehen uns <strong>Kasse &lt;1&gt;</strong> an.</p>\n", message.Render(NotificationFormat.Html));
    }

    [Fact]
    public void FromFolder_BrokenWording_IsReportedAndTheLibrarysIsUsed()
    {
        using var folder = new WordingFolder(
            ("holding.liquid", "# {{ service }}\n{{ oops }}"),
            ("initial.liquid", "# {{ service }}: ours"));
        var wordings = Wordings.FromFolder(folder.Path);

        var fault = Assert.Single(wordings.Faults);
        Assert.Equal((Path.Combine(folder.Path, "holding.liquid"), 2), (fault.File, fault.Line));
        Assert.Equal(
            "Checkout: we are looking into a problem",
            new Notifications(Incidents.Policies, wordings).Holding("Checkout").Build().Subject);
        Assert.Equal(
            "Checkout: ours",
            new Notifications(Incidents.Policies, wordings)
                .Initial(Incidents.WorkedExample)
                .Status(PublicStatus.Investigating)
                .Build().Subject);
    }

    [Fact]
    public void FromFolder_NameThatIsNoWording_IsReported()
    {
        using var folder = new WordingFolder(("intial.liquid", "# {{ service }}"), ("notes.txt", "{{"));

        Assert.Contains(
            "no wording is named \"intial\"",
            Assert.Single(Wordings.FromFolder(folder.Path).Faults).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromFolder_NoSuchFolder_IsReported() =>
        Assert.Contains("does not exist", Assert.Single(Wordings.FromFolder("no such folder").Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void FromFolder_FileTooLarge_IsReported()
    {
        using var folder = new WordingFolder(("holding.liquid", "# {{ service }}" + new string('a', 300_000)));

        Assert.Contains("larger than", Assert.Single(Wordings.FromFolder(folder.Path).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WordingThatNestsTooDeeplyWithTheseValues_GivesWayToTheLibrarys()
    {
        using var folder = new WordingFolder(
            ("holding.liquid", "# {{ service }}\n{% if service == 'Checkout' %}\n" + new string('>', 5000) + " x\n{% endif %}"));
        using var logger = new ListLogger();

        var message = new Notifications(Incidents.Policies, Wordings.FromFolder(folder.Path, logger)).Holding("Checkout").Build();

        Assert.Equal("Checkout: we are looking into a problem", message.Subject);
        Assert.Single(logger.Errors);
    }

    [Fact]
    [Process("P40")]
    public void Build_AtTheEndOfTime_PromisesNothingBeyondIt()
    {
        var message = new Notifications(Incidents.Policies)
            .Progress(Incidents.WorkedExample)
            .At(DateTimeOffset.MaxValue.AddMinutes(-1))
            .Status(PublicStatus.Monitoring)
            .Doing("Still investigating.")
            .Build();

        Assert.Equal(DateTimeOffset.MaxValue, message.NextUpdateAt);
    }

    [Fact]
    public void Render_WordingThatFailsOnlyWithTheseValues_GivesWayToTheLibrarys()
    {
        using var folder = new WordingFolder(
            ("holding.liquid", "# {{ service }}\n{% if service == 'Checkout' %}{% for i in (1..1000000000) %}a{% endfor %}{% endif %}"));
        using var logger = new ListLogger();
        var wordings = Wordings.FromFolder(folder.Path, logger);

        Assert.Empty(wordings.Faults);
        Assert.Equal(
            "Checkout: we are looking into a problem",
            new Notifications(Incidents.Policies, wordings).Holding("Checkout").Build().Subject);
        Assert.Contains("The wording holding cannot be rendered", Assert.Single(logger.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void TextOf_UnknownName_NamesTheKnownOnes() =>
        Assert.Contains("holding, initial", Assert.Throws<ArgumentException>(() => Wordings.TextOf("x")).Message, StringComparison.Ordinal);
}
