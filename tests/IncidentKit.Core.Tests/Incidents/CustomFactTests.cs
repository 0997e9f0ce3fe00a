using System.Text;

namespace IncidentKit.Tests.Incidents;

/// <summary>A host records what only it understands, and the library keeps it as it keeps all else.</summary>
[Process("P24")]
public sealed class CustomFactTests
{
    private static readonly IncidentLifecycle Lifecycle = new(IncidentPolicy.Default);

    private static readonly Incident Declared = Lifecycle.Declare(
        Story.Id, new DeclareIncident { By = Story.Alice, Title = "Checkout fails", Service = "checkout" }, Story.Start).Incident!;

    [Fact]
    public void Decide_CustomFact_KeepsNameAndData()
    {
        var fact = Recorded(Fact("acme.deployRolledBack", """{ "version": 7, "by": "über", "Alpha": [1.50, true, null] }"""));

        Assert.Equal("acme.deployRolledBack", fact.Name);
        Assert.Equal("""{"Alpha":[1.50,true,null],"by":"über","version":7}""", fact.Data);
    }

    [Theory]
    [InlineData("""{"a":1,"b":[{"d":2,"c":3}]}""", """ { "b" : [ { "c": 3, "d": 2 } ], "a": 1 } """)]
    [InlineData("\"\\u00fc\"", "\"ü\"")]
    [InlineData("null", " null ")]
    public void Decide_TheSameDataWrittenOtherwise_IsTheSameFact(string one, string other) =>
        Assert.Equal(Recorded(Fact("acme.fact", one)), Recorded(Fact("acme.fact", other)));

    [Theory]
    [InlineData("deployRolledBack", "{}", "Name")]
    [InlineData(".deployRolledBack", "{}", "Name")]
    [InlineData("acme.", "{}", "Name")]
    [InlineData("acme.fact", "{", "Data")]
    [InlineData("acme.fact", "{} {}", "Data")]
    [InlineData("acme.fact", "{\"a\":1,\"a\":2}", "Data")]
    [InlineData("acme.fact", "\"\\ud800\"", "Data")]
    [InlineData("acme.fact", "// a remark", "Data")]
    public void Decide_MalformedCustomFact_SaysWhichFieldAndWhatToDo(string name, string data, string field)
    {
        var violation = Assert.Single(Decide(Fact(name, data)).Violations);

        Assert.Equal(("IK1012", field), (violation.Rule, violation.Field));
        Assert.NotEmpty(violation.Remedy);
    }

    [Fact]
    public void Decide_NameAndDataMalformed_SaysBoth()
    {
        var message = Assert.Single(Decide(Fact("fact", "{")).Violations).Message;

        Assert.Contains("Name", message, StringComparison.Ordinal);
        Assert.Contains("Data", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x', 65_534, true)]
    [InlineData('x', 65_535, false)]
    [InlineData('ü', 32_767, true)]
    [InlineData('ü', 32_768, false)]
    public void Decide_DataOfAbout64Kilobytes_CountsBytes(char letter, int letters, bool isAccepted)
    {
        var data = $"\"{new string(letter, letters)}\"";

        Assert.Equal(isAccepted, Encoding.UTF8.GetByteCount(data) <= 65_536);
        Assert.Equal(isAccepted, Decide(Fact("acme.fact", data)).IsAccepted);
    }

    [Fact]
    public void Decide_CustomFactAfterTheEnd_IsKept()
    {
        var ended = Lifecycle.Decide(
            Declared,
            new CancelIncident { By = Story.Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" },
            Story.Start.AddMinutes(1)).Incident!;

        Assert.True(Lifecycle.Decide(ended, Fact("acme.fact", "1"), Story.Start.AddMinutes(2)).IsAccepted);
    }

    [Fact]
    public void Decide_RedactedCustomFact_KeepsItsNameAndLosesItsData()
    {
        var incident = Decide(Fact("acme.fact", """{"token":"secret"}""")).Incident!;
        var of = incident.History.OfType<CustomFactRecorded>().Single().Sequence;

        var redacted = Lifecycle.Decide(incident, new Redact { By = Story.Alice, Of = of, Reason = "a secret" }, Story.Start.AddMinutes(2));

        var fact = redacted.Incident!.History.OfType<CustomFactRecorded>().Single();
        Assert.Equal(("acme.fact", "\"[redacted]\""), (fact.Name, fact.Data));
        Assert.Equal(redacted.Incident.History, Incident.Replay(redacted.Incident.History).History);
    }

    [Fact]
    [Process("P62")]
    public void ForOutsiders_CustomFact_ShowsNothingOfIt()
    {
        var incident = Decide(Fact("acme.breach", """{"customer":"Umbrella"}""")).Incident!;
        var restricted = Lifecycle.Decide(incident, new Restrict { By = Story.Alice }, Story.Start.AddMinutes(2)).Incident!;

        var seen = IncidentStream.Write(restricted.ForOutsiders().History);

        Assert.DoesNotContain("breach", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Umbrella", seen, StringComparison.Ordinal);
    }

    private static RecordCustomFact Fact(string name, string data) => new() { By = Story.Alice, Name = name, Data = data };

    private static CustomFactRecorded Recorded(IncidentCommand command) =>
        Decide(command).Incident!.History.OfType<CustomFactRecorded>().Single();

    private static Decision Decide(IncidentCommand command) =>
        Lifecycle.Decide(Declared, command, Story.Start.AddMinutes(1));
}
