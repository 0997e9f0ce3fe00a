using System.Reflection;
using System.Text.Json.Serialization;

namespace IncidentKit.Testing.Tests;

public sealed class GeneratorTests
{
    private static readonly IncidentPolicy Policy = new()
    {
        Name = "acme",
        Obligations =
        [
            .. IncidentPolicy.Default.Obligations,
            new ObligationDefinition("acme.notifyRegulator", ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(1))),
        ],
    };

    public static TheoryData<Type> Commands =>
        [.. typeof(IncidentCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(listed => listed.DerivedType)
            .Where(kind => kind != typeof(DeclareIncident))];

    private static readonly Lazy<HashSet<Type>> Accepted = new(() =>
    {
        HashSet<Type> accepted = [];
        for (var seed = 0; seed < 60; seed++)
        {
            IncidentSteps.Run(Policy, IncidentSteps.Of(seed, 60), moment =>
            {
                if (moment.Decision.IsAccepted)
                    accepted.Add(moment.Command.GetType());
            });
        }

        return accepted;
    });

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_ManySteps_GivesEveryListedCommand(Type command) => Assert.Contains(command, Accepted.Value);
}
