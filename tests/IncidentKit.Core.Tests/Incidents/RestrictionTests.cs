using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Incidents;

/// <summary>
/// No text of a restricted incident leaves for outsiders (P62): a canary sits in every field, and every way out is listened to.
/// </summary>
[Process("P62")]
public sealed class RestrictionTests
{
    private const string Canary = "zebrafish";

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Outputs _outputs = new();

    [Fact]
    public async Task Restricted_CanaryInEveryFieldOfEveryCommand_IsInNoOutputForOutsiders()
    {
        var (manager, insider, failing) = (Manager(out var observers), observers.Insider, observers.Failing);
        var incident = (await manager.DeclareAsync(
            Filled(new DeclareIncident { By = System, Title = Canary, Service = Canary, Restricted = true, Drill = false }),
            Cancel)).Incident!;
        var given = 0;
        foreach (var kind in Samples.KindsOf<IncidentCommand>()
            .Where(kind => kind != typeof(DeclareIncident) && kind != typeof(LiftRestriction)))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            try
            {
                var decision = await manager.ExecuteAsync(incident.Id, Filled(Samples.Full<IncidentCommand>(kind)), Cancel);
                given += decision.IsAccepted ? 1 : 0;
            }
            catch (IncidentNotFoundException e)
            {
                _outputs.Add("exception", e.ToString());
            }
        }

        var now = (await manager.FindAsync(incident.Id, Cancel))!;
        _outputs.Add("ToString", now.ToString());
        _outputs.Add("ToString", IncidentSummary.Of(now).ToString());
        var brief = IncidentSummary.Of(now).ForOutsiders();
        _outputs.Add("summary", string.Join(' ', brief.Title, brief.Service, brief.Labels, brief.Channel, brief.CodeWord));
        Assert.StartsWith("Restricted: ", brief.Title, StringComparison.Ordinal);
        _outputs.Add("channel", ChannelName.For(Start, now.CodeWord!));
        _outputs.Add("outsiders", now.ForOutsiders());

        Assert.True(given > 20, $"{given} commands were accepted");
        Assert.Contains(
            Canary,
            JsonSerializer.Serialize<IncidentEvent[]>([.. now.History], IncidentJsonContext.Default.IncidentEventArray),
            StringComparison.Ordinal);
        Assert.True(insider.Heard > 20 && failing.Heard > 20);
        Assert.True(_outputs.Count > 60, $"{_outputs.Count} outputs were listened to");
        Assert.Empty(
            _outputs.That(text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(text => Around(text)).Distinct());
    }

    [Fact]
    [Process("P30")]
    public async Task Restricted_PagesAndTickets_HoldNoTextOfIt()
    {
        var store = new InMemoryIncidentStore();
        var queue = new PagingBacklog();
        var pager = new KeptPages();
        var policies = new IncidentPolicies(IncidentPolicy.Default);
        var outsider = new Listener(_outputs, keeps: false);
        var manager = new IncidentManager(store, new CountingIds(), _clock, [outsider], policies, new Listened(_outputs), paging: queue);
        using var monitor = new PagingMonitor(manager, store, policies, _clock, pager, queue, new ListedOnCall([Alice]));
        var id = (await manager.DeclareAsync(
            Filled(new DeclareIncident { By = System, Title = Canary, Service = Canary, Restricted = true }) with
            {
                Level = 1,
                AlertKey = null,
            },
            Cancel)).Incident!.Id;
        await manager.ExecuteAsync(id, Filled(new DescribeImpact { By = System }), Cancel);
        await monitor.CheckAsync(Cancel);
        await manager.ExecuteAsync(id, new Page { By = Bob, Audience = Canary, Message = Canary }, Cancel);
        await manager.ExecuteAsync(id, new Page { By = Bob, To = Carol, Message = Canary }, Cancel);
        await manager.ExecuteAsync(id, new AssignRole { By = Bob, Role = IncidentRole.IncidentCommander, To = Bob }, Cancel);
        await monitor.CheckAsync(Cancel);
        await manager.ExecuteAsync(id, new LowerSeverity { By = Bob, Level = 4, Reason = Canary }, Cancel);
        await monitor.CheckAsync(Cancel);
        // The monitor waits for no observer.
        while (manager.KeptForObservers > 0)
            await Task.Yield();

        Assert.Equal(["alice", "carol"], pager.Pages.Select(page => page.To.Id));
        foreach (var page in pager.Pages)
        {
            _outputs.Add(
                "page",
                string.Join(
                    '|', page.Summary, page.Title, page.Service, page.Symptom, page.Message, page.Audience,
                    page.Reason, page.Level, page.Delivery, string.Join(',', page.Others)));
        }

        Assert.Contains(
            outsider.Last!.Incident.History,
            e => e is TicketFiled ticket && ticket.Delivery.StartsWith($"{id}/", StringComparison.Ordinal));
        Assert.Contains(Canary, string.Join(' ', (await manager.FindAsync(id, Cancel))!.History), StringComparison.Ordinal);
        Assert.Empty(
            _outputs.That(text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(text => Around(text)).Distinct());
    }

    [Fact]
    public async Task Restricted_ObserverThatKeepsRestrictions_IsToldEverything()
    {
        var manager = Manager(out var observers);
        await manager.DeclareAsync(new() { By = Alice, Title = Canary, Service = "checkout", Restricted = true }, Cancel);
        await manager.DrainObserversAsync(Cancel);

        Assert.Equal(Canary, observers.Insider.Last!.Incident.Title);
        Assert.True(observers.Insider.Last.IsRestricted);
        Assert.StartsWith("Restricted: ", observers.Outsider.Last!.Incident.Title, StringComparison.Ordinal);
        Assert.True(observers.Outsider.Last.IsRestricted);
    }

    [Fact]
    public void OpenChannel_Restricted_IsNamedByDateAndCodeWord()
    {
        var story = new Story(IncidentPolicy.Default).Then(new Restrict { By = Alice }, new OpenChannel { By = Alice });

        Assert.Equal($"inc-2025-11-18-{story.Incident.CodeWord}", story.Incident.Channel);
        Assert.Equal(story.Incident.Channel, story.Incident.ForOutsiders().Channel);
    }

    [Fact]
    public void OpenChannel_BeforeTheRestriction_IsNotNamedToOutsiders() =>
        Assert.Equal(
            Incident.RestrictedText,
            new Story(IncidentPolicy.Default)
                .Then(new OpenChannel { By = Alice }, new Restrict { By = Alice })
                .Incident.ForOutsiders().Channel);

    [Fact]
    public void ForOutsiders_KeepsTimesPeopleLevelAndPhase()
    {
        var incident = new Story(IncidentPolicy.Default).Then(
            new Classify { By = Alice, Level = 1 },
            new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob },
            new BeginMitigation { By = Alice },
            new Restrict { By = Alice }).Incident;

        var outside = incident.ForOutsiders();

        Assert.Equal(
            (incident.Phase, incident.Level, incident.Roles, incident.Version, incident.Times),
            (outside.Phase, outside.Level, outside.Roles, outside.Version, outside.Times));
        Assert.Equal($"Restricted: {incident.CodeWord}", outside.Title);
    }

    [Fact]
    public async Task MarkDuplicate_OfARestrictedIncident_RestrictsWhatCoversItFirst()
    {
        var manager = Manager(out _);
        var cover = (await manager.DeclareAsync(new() { By = Alice, Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!.Id;
        var secret = (await manager.DeclareAsync(
            new() { By = Alice, Title = Canary, Service = Canary, Restricted = true, AlertKey = Canary },
            Cancel)).Incident!.Id;

        Assert.True((await manager.ExecuteAsync(secret, new MarkDuplicate { By = Alice, Of = cover }, Cancel)).IsAccepted);

        Assert.True((await manager.FindAsync(cover, Cancel))!.IsRestricted);
        Assert.Equal([Canary], (await manager.FindAsync(cover, Cancel))!.Alerts.Select(a => a.Key));
        await manager.DrainObserversAsync(Cancel);
        Assert.True(_outputs.Count > 0);
        Assert.Empty(_outputs.That(text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Declare_RestrictedAlertOfAnOpenIncident_RestrictsThatOneFirst()
    {
        var manager = Manager(out _);
        var open = (await manager.DeclareAsync(
            new() { By = Alice, Title = "Checkout fails", Service = "checkout", AlertKey = "a" },
            Cancel)).Incident!.Id;

        var attached = (await manager.DeclareAsync(
            new() { By = Alice, Title = Canary, Service = Canary, Restricted = true, AlertKey = "a" },
            Cancel)).Incident!;

        Assert.Equal((open, true), (attached.Id, attached.IsRestricted));
        Assert.Equal(Canary, attached.Alerts[0].Text);
        await manager.DrainObserversAsync(Cancel);
        Assert.Empty(_outputs.That(text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void DescribeImpact_DataExposed_RestrictsOnceAndAtOnce()
    {
        var exposed = new DescribeImpact { By = Alice, DataExposed = true, Symptom = "customer files are public" };
        var story = new Story(IncidentPolicy.Default).Then(exposed);
        Assert.True(story.Incident.IsRestricted);
        Assert.True(Assert.Single(story.Last.Events.OfType<IncidentRestricted>()).Implied);
        Assert.Null(story.Incident.ForOutsiders().ImpactFacts.DataExposed);

        story.Then(new LiftRestriction { By = Alice, Reason = "customers were told" }, exposed);
        Assert.False(story.Incident.IsRestricted);
        Assert.False(new Story(new IncidentPolicy { Name = "open", RestrictOnExposure = false }).Then(exposed).Incident.IsRestricted);
        Assert.False(new Story(IncidentPolicy.Default)
            .Then(new DescribeImpact { By = Alice, DataLost = true, DataExposed = false }).Incident.IsRestricted);
    }

    [Fact]
    public void LiftRestriction_EverybodyMayReadItAgain()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new Restrict { By = Alice }, new LiftRestriction { By = Alice, Reason = "customers were told" });

        Assert.False(story.Incident.IsRestricted);
        Assert.Same(story.Incident, story.Incident.ForOutsiders());
        Assert.Equal("Checkout fails", story.Incident.ForOutsiders().Title);
        Assert.Equal("IK5011", Assert.Single(story.Try(new LiftRestriction { By = Alice, Reason = "twice" }).Violations).Rule);
    }

    [Fact]
    public void Ledger_Restricted_OwesThePublicNothingUntilLifted()
    {
        var story = new Story(IncidentPolicy.Default).Then(new Classify { By = Alice, Level = 1 }, new Restrict { By = Alice });
        var ledger = new ObligationLedger(IncidentPolicy.Default);

        var first = Assert.Single(Rows(story.Incident, Start.AddHours(1)));
        Assert.Equal((ObligationStatus.Waived, Start.AddMinutes(10)), (first.Status, first.DueAt));

        story.Then(new LiftRestriction { By = Alice, Reason = "customers were told" });
        var rows = Rows(story.Incident, Start.AddMinutes(5));
        Assert.Equal([ObligationStatus.Waived, ObligationStatus.Pending], rows.Select(o => o.Status));
        Assert.Equal(Start.AddMinutes(13), rows[1].DueAt);

        List<Obligation> Rows(Incident incident, DateTimeOffset at) =>
            [.. ledger.At(incident, at).Where(o => o.Name == ObligationNames.FirstPublicUpdate)];
    }

    [Fact]
    public void Ledger_RestrictedFromTheStart_WaivesUpdatesAndKeepsTheRest()
    {
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var incident = lifecycle.Declare(
            Id,
            new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout", Level = 1, Restricted = true },
            Start).Incident!;
        incident = lifecycle.Decide(
            incident,
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "We are investigating." },
            Start.AddMinutes(5)).Incident!;

        var rows = new ObligationLedger(IncidentPolicy.Default).At(incident, Start.AddHours(2));
        var owed = rows.Where(o => o.Name is ObligationNames.FirstPublicUpdate or ObligationNames.PublicUpdate).ToList();

        Assert.All(owed, o => Assert.Equal(ObligationStatus.Waived, o.Status));
        Assert.Equal(2, owed.Count);
        Assert.Equal(ObligationStatus.Missed, rows.Single(o => o.Name == ObligationNames.Mitigate).Status);
    }

    [Fact]
    public void CodeWord_IsLegalNeutralAndTheSameForTheSameIncident()
    {
        for (var i = 0; i < 500; i++)
        {
            var id = Guid.CreateVersion7(Start.AddMilliseconds(i));
            var word = CodeWord.For(id);
            Assert.True(ChannelName.IsLegal(word));
            Assert.Equal(word, CodeWord.For(id));
            var other = CodeWord.For(id, $"the {word.Split('-')[0]} service", word.Split('-')[1].ToUpperInvariant());
            Assert.DoesNotContain(other.Split('-'), part => word.Split('-').Contains(part));
        }
    }

    private static string Around(string text)
    {
        var at = text.IndexOf(Canary, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 20)];
    }

    private static SystemActor System { get; } = new(Canary);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IncidentManager Manager(out (Listener Insider, Listener Outsider, Listener Failing) observers)
    {
        observers =
            (new Listener(_outputs, keeps: true), new Listener(_outputs, keeps: false), new Listener(_outputs, keeps: false, fails: true));
        return new(
            new InMemoryIncidentStore(),
            new CountingIds(),
            _clock,
            [observers.Insider, observers.Outsider, observers.Failing],
            new IncidentPolicies(IncidentPolicy.Default),
            new Listened(_outputs));
    }

    // The canary in every text that a command has; what it refers to is there.
    private static T Filled<T>(T command)
        where T : IncidentCommand
    {
        foreach (var property in Samples.Keys(command.GetType()))
        {
            if (property.PropertyType == typeof(string)
                && property.Name is not (nameof(WaiveObligation.Obligation)
                    or nameof(WaiveDemand.Rule) or nameof(IncidentCommand.IdempotencyKey)))
            {
                property.SetValue(command, command is OpenChannel && property.Name == nameof(OpenChannel.Name) ? $"inc-{Canary}" : Canary);
            }
            else if (property.PropertyType == typeof(IReadOnlyList<string>) && command is not MarkUnknown)
            {
                property.SetValue(command, new[] { Canary });
            }
            else if (property.PropertyType == typeof(When) || property.PropertyType == typeof(When?))
            {
                property.SetValue(command, property.PropertyType == typeof(When) ? When.Now : null);
            }
            else if (property.PropertyType == typeof(int)
                || property.PropertyType == typeof(int?)
                || property.PropertyType == typeof(long)
                || property.PropertyType == typeof(long?))
            {
                property.SetValue(
                    command,
                    property.Name is nameof(DeclareIncident.Number) or nameof(StateImpact.Replaces)
                        ? null
                        : Convert.ChangeType(1, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, null));
            }
            else if (property.Name is nameof(IncidentCommand.By) && command is AddNote or DescribeImpact)
            {
                property.SetValue(command, System);
            }
            else if (property.Name is nameof(IncidentCommand.IdempotencyKey))
            {
                property.SetValue(command, $"{Canary} {command.GetType().Name}");
            }
            else if (property.Name == nameof(PostUpdate.NextUpdateAt))
            {
                property.SetValue(command, null);
            }
        }

        return command;
    }

    /// <summary>Everything that left, in the form in which it left. Other ways out are added here as they are built.</summary>
    private sealed class Outputs
    {
        private readonly List<(string Where, string Text)> _texts = [];

        public int Count => _texts.Count;

        public void Add(string where, string text)
        {
            lock (_texts)
                _texts.Add((where, text));
        }

        public void Add(string where, Incident incident) =>
            Add(where, new IncidentCommitted { Incident = incident, Events = incident.History });

        public void Add(string where, IncidentCommitted committed)
        {
            Add(
                where,
                JsonSerializer.Serialize<IncidentEvent[]>(
                    [.. committed.Events, .. committed.Incident.History],
                    IncidentJsonContext.Default.IncidentEventArray));
            Add(where, Dump.Of(committed.Incident));
            Add(where, string.Join(' ', committed.Events));
        }

        public IEnumerable<string> That(Func<string, bool> holds)
        {
            lock (_texts)
                return [.. _texts.Where(t => holds(t.Text)).Select(t => $"{t.Where}: {t.Text}")];
        }
    }

    private sealed class Listener(Outputs outputs, bool keeps, bool fails = false) : IIncidentObserver
    {
        public bool KeepsRestrictions => keeps;

        public int Heard { get; private set; }

        public IncidentCommitted? Last { get; private set; }

        public ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken)
        {
            (Last, Heard) = (committed, Heard + 1);
            if (!keeps)
                outputs.Add("observer", committed);
            return fails ? throw new InvalidOperationException($"cannot page {committed.Incident}") : ValueTask.CompletedTask;
        }
    }

    private sealed class Listened(Outputs outputs) : ILogger<IncidentManager>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            outputs.Add("log", $"{formatter(state, exception)} {exception}");
    }
}
