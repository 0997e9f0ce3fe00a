using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Mitigation;

/// <summary>Vendor support is part of the state: who is on it, with which case (P22).</summary>
[Process("P22")]
public sealed class VendorTests
{
    [Fact]
    public void EngageVendor_CaseThatComesLater_IsOfTheSameVendor()
    {
        var story = new Story(IncidentPolicy.Default).Then(new EngageVendor { By = Alice, Vendor = "Database Inc." });
        Assert.Equal([new VendorCase("Database Inc.", null)], story.Incident.Vendors);

        story.Then(
            new EngageVendor { By = Alice, Vendor = "Database Inc.", Case = "4711" },
            new EngageVendor { By = Bob, Vendor = "Database Inc." });
        Assert.Equal([new VendorCase("Database Inc.", "4711")], story.Incident.Vendors);
    }

    [Fact]
    public void EngageVendor_AnotherCaseOrVendor_StandsBeside()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new EngageVendor { By = Alice, Vendor = "Database Inc.", Case = "4711" },
            new EngageVendor { By = Alice, Vendor = "Database Inc.", Case = "4712" },
            new EngageVendor { By = Alice, Vendor = "Cloud Ltd." });

        Assert.Equal(
            [new("Database Inc.", "4711"), new("Database Inc.", "4712"), new VendorCase("Cloud Ltd.", null)],
            story.Incident.Vendors);
    }

    [Fact]
    public void Redact_Vendor_IsGoneFromTheStateToo()
    {
        var story = new Story(IncidentPolicy.Default).Then(new EngageVendor { By = Alice, Vendor = "Secret AG", Case = "1" });
        story.Then(new Redact { By = Alice, Of = story.Incident.Version, Reason = "under a contract" });

        Assert.Equal([new VendorCase(Incident.RedactedText, Incident.RedactedText)], story.Incident.Vendors);
    }

    [Fact]
    public void DeclareMitigated_ByTheVendor_SaysSo() =>
        Assert.Equal(
            MitigatedBy.Vendor,
            new Story(IncidentPolicy.Default)
                .Then(
                    new EngageVendor { By = Alice, Vendor = "Database Inc." },
                    new DeclareMitigated { By = Alice, How = MitigatedBy.Vendor }).Incident.MitigatedBy);
}
