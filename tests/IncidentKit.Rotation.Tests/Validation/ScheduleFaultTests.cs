namespace IncidentKit.Rotation.Tests.Validation;

/// <summary>A definition made in code that is no schedule is refused with each fault named, and so is what no caller may give.</summary>
[Process("P43")]
public sealed class ScheduleFaultTests
{
    private static readonly Responder Alice = new("alice");
    private static readonly DateTimeOffset Start = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);
    private static readonly Interval Day = new(Start, Start.AddDays(1));
    private static readonly OnCallSchedule Sound = new OnCallScheduleBuilder("s", "UTC").AddLayer("l", l => l.People(Alice)).Build();

    private static readonly Dictionary<string, (string Place, ScheduleDefinition Definition)> Unsound = new()
    {
        ["a layer without a name"] = ("layers[0].name", With(Layer(name: " "))),
        ["a stand-in that is none"] = ("layers[0].standIn", With(Layer(standIn: (StandIn)9))),
        ["a window missing"] = ("layers[0].restrictions[0]", With(Layer(window: null!))),
        ["a day before the last 31"] = (
            "layers[0].restrictions[0].monthDays",
            With(Layer(window: new DutyWindow { From = default, To = default, MonthDays = [-32] }))),
        ["day 0 of the month"] =
            ("layers[0].restrictions[0].monthDays", With(Layer(window: new DutyWindow { From = default, To = default, MonthDays = [0] }))),
        ["day 32 of the month"] =
            ("layers[0].restrictions[0].monthDays", With(Layer(window: new DutyWindow { From = default, To = default, MonthDays = [32] }))),
        ["a weekday that is none"] =
            ("layers[0].restrictions[0].days", With(Layer(window: new DutyWindow { From = default, To = default, Days = [(DayOfWeek)9] }))),
        ["a holiday rule that is none"] = (
            "layers[0].restrictions[0].days",
            With(Layer(window: new DutyWindow { From = default, To = default, Holidays = (HolidayRule)9 }))),
        ["a unit that is none"] = ("layers[0].rotation", With(Layer(grid: Grid(unit: (TurnUnit)9)))),
        ["a turn of nothing"] = ("layers[0].rotation.length", With(Layer(grid: Grid(length: 0)))),
        ["a first entry that is not there"] = ("layers[0].rotation.first", With(Layer(grid: Grid(first: 2)))),
        ["a duty of nothing"] = ("layers[0].rotation.dutyLength", With(Layer(grid: Grid(duty: TimeSpan.Zero)))),
        ["two layers of one name at once"] = ("layers[1].name", With(Layer(), Layer())),
        ["a third layer in the time of the first, the second being shorter"] =
            ("layers[2].name", With(Layer(end: Start.AddDays(9)), Layer(name: "m"), Layer(start: Start.AddDays(8)))),
        ["a layer missing"] = ("layers[0]", With((OnCallLayer)null!)),
        ["an override missing"] = ("overrides[0]", With((OnCallOverride)null!)),
        ["an addition of nobody"] = ("overrides[0]", With(new AddOverride { Person = null!, Time = Day })),
        ["a removal of nobody"] = ("overrides[0]", With(new RemoveOverride { Person = null!, Time = Day })),
        ["a replacement of nobody"] = ("overrides[0]", With(new ReplaceOverride { Person = null!, By = Alice, Time = Day })),
        ["a replacement by nobody"] = ("overrides[0]", With(new ReplaceOverride { Person = Alice, By = null!, Time = Day })),
        ["a replacement of everybody, which is a cover"] =
            ("overrides[0].replace", With(new ReplaceOverride { Person = new Responder("*"), By = Alice, Time = Day })),
        ["a cover by nobody"] = ("overrides[0].user", With(new CoverOverride { People = OnCallPeople.Nobody, Time = Day })),
        ["an override of a layer that is not there"] =
            ("overrides[0].layer", With(new AddOverride { Person = Alice, Time = Day, Layer = "m" })),
        ["a period missing"] = ("fixed[0]", With((FixedPeriod)null!)),
        ["a period within a longer one, after a shorter one"] = ("fixed[2]", With(Fixed(0, 10), Fixed(10, 11), Fixed(10, 12))),
        ["a period within the first, after one within it"] = ("fixed[1]", With(Fixed(0, 10), Fixed(9, 11))),
        ["a fixed shift of nobody"] =
            ("fixed[0].shifts[0].user", With(new FixedPeriod { Time = Day, Shifts = [new FixedShift { Person = null!, Time = Day }] })),
    };

    public static TheoryData<string> Faults => [.. Unsound.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Create_UnsoundDefinition_NamesThePlace(string fault)
    {
        var (place, definition) = Unsound[fault];

        Assert.Equal(place, Assert.Single(Assert.Throws<OnCallScheduleException>(() => new OnCallSchedule(definition)).Faults).Place);
    }

    [Theory]
    [InlineData(0, "Give an index from 0 to 0.")]
    [InlineData(3, "Give an index from 0 to 2.")]
    public void Create_FirstEntryThatIsNotThere_NamesThoseThatAre(int entries, string remedy)
    {
        var layer = new OnCallLayer
        {
            Name = "l",
            Roster = new Roster(Enumerable.Range(0, entries).Select(_ => new[] { Alice })),
            Grid = Grid(first: entries == 0 ? -1 : entries),
        };
        var fault = Assert.Throws<OnCallScheduleException>(() => new OnCallSchedule(With(layer))).Faults[^1];

        Assert.Equal(("layers[0].rotation.first", remedy), (fault.Place, fault.Remedy));
    }

    [Fact]
    public void Create_LayersAndPeriodsWithinALongOne_NamesEach()
    {
        var layers = With(Layer(end: Start.AddDays(9)), Layer(start: Start, end: Start.AddDays(1)), Layer(start: Start.AddDays(8)));
        var periods = With(Fixed(0, 9), Fixed(1, 2), Fixed(8, 10), Fixed(9, 11));

        Assert.Equal(
            ["layers[1].name", "layers[2].name"],
            Assert.Throws<OnCallScheduleException>(() => new OnCallSchedule(layers)).Faults.Select(f => f.Place));
        Assert.Equal(
            ["fixed[1]", "fixed[2]", "fixed[3]"],
            Assert.Throws<OnCallScheduleException>(() => new OnCallSchedule(periods)).Faults.Select(f => f.Place));
    }

    [Fact]
    public void Create_MoreLayersThanAnyTeamHas_IsRefusedWithoutLookingAtEach()
    {
        static ScheduleDefinition Many(int count) => With([.. Enumerable.Range(0, count).Select(i => Layer(name: $"{i}"))]);

        Assert.Equal(64, new OnCallSchedule(Many(64)).Layers.Count);
        Assert.Equal(
            "layers: There are 65 layers; 64 are allowed. Split the schedule, or take out layers that have ended.",
            Assert.Single(Assert.Throws<OnCallScheduleException>(() => new OnCallSchedule(Many(65))).Faults).ToString());
    }

    [Fact]
    public void Create_ManyFaults_ListsTheFirstInItsMessageAndHoldsAll()
    {
        var fault = Assert.Throws<OnCallScheduleException>(
            () => new OnCallSchedule(With([.. Enumerable.Range(0, 60).Select(_ => Layer(name: " "))])));

        Assert.Equal((60, 50), (fault.Faults.Count, fault.Message.Split(Environment.NewLine).Length));
        Assert.StartsWith("layers[0].name: The layer has no name. Name it.", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("faults", () => new OnCallScheduleException(null!));
    }

    [Theory]
    [InlineData(60, "")]
    [InlineData(61, "…")]
    public void Build_ZoneWithALongName_IsNamedByItsStart(int length, string end)
    {
        var fault = Assert.Single(Assert.Throws<OnCallScheduleException>(
            new OnCallScheduleBuilder("s", new string('z', length)).AddLayer("l", l => l.People(Alice)).Build).Faults);

        Assert.Equal($"There is no time zone \"{new string('z', 60)}{end}\".", fault.Reason);
    }

    [Fact]
    public void Create_WhatOnlyTouches_IsSound()
    {
        Assert.NotNull(new OnCallSchedule(With(Layer(end: Start), Layer(start: Start))));
        Assert.NotNull(new OnCallSchedule(With(Layer(), Layer(start: Start, end: Start))));
        Assert.NotNull(new OnCallSchedule(With(Fixed(0, 1), Fixed(1, 2), Fixed(1, 1))));
        Assert.NotNull(
            new OnCallSchedule(With(Layer(window: new DutyWindow { From = default, To = default, MonthDays = [-31, 31, 1, -1] }))));
    }

    [Fact]
    public void What_NoCallerMayGive_Throws()
    {
        Assert.Throws<ArgumentNullException>("definition", () => new OnCallSchedule(null!));
        Assert.Throws<ArgumentNullException>("json", () => OnCallSchedule.Parse(null!));
        Assert.Throws<ArgumentException>("path", () => OnCallSchedule.Load(" "));
        Assert.Throws<ArgumentNullException>("stream", () => OnCallSchedule.Load(null!, "source"));
        Assert.Throws<ArgumentException>("path", () => Sound.Save(" "));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => Sound.Shifts(Start, Start.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => Sound.ClippedShifts(Start, Start.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => Sound.Gaps(Start, Start.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => Sound.Handoffs("l", Start, Start.AddTicks(-1)));
        Assert.Throws<ArgumentNullException>("layer", () => Sound.Edit(null!, Start));
        Assert.Throws<ArgumentNullException>("edits", () => Sound.Edit("l", Start, null!));
        Assert.Throws<ArgumentException>("layer", () => Sound.NextHandoff(" ", Start));
        Assert.Throws<ArgumentNullException>("layer", () => Sound.NextHandoff(null!, Start));
        var builder = new OnCallScheduleBuilder("s", "UTC");
        Assert.Throws<ArgumentNullException>("configure", () => builder.AddLayer("l", null!));
        Assert.Throws<ArgumentNullException>("overrides", () => builder.AddOverrides(null!));
        Assert.Throws<ArgumentNullException>("dates", () => builder.AddHolidays(null!));
        Assert.Throws<ArgumentNullException>("policy", () => builder.WithLocalTime(null!));
        Assert.Throws<ArgumentNullException>("people", () => builder.AddLayer("l", l => l.People(null!)));
        Assert.Throws<ArgumentNullException>("people", () => builder.AddLayer("l", l => l.Together(null!)));
    }

    [Fact]
    public void Save_File_HoldsWhatIsReadAgain()
    {
        var path = Path.GetTempFileName();
        try
        {
            Sound.Save(path);

            Assert.Equal(Sound.ToJson(), OnCallSchedule.Load(path).ToJson());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Together_PeopleOfOneTurn_AreOnCallAtOnce()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer("l", l => l.Together(Alice, new Responder("bob")).InZone("Europe/Berlin").WithPriority(2))
            .Build();

        Assert.Equal(["alice", "bob"], schedule.OnCallAt(Start).Select(person => person.Id));
        Assert.Equal("Europe/Berlin", schedule.Layers[0].TimeZone!.Id);
    }

    private static ScheduleDefinition With(params OnCallLayer[] layers) =>
        new() { Name = "s", TimeZone = TimeZoneInfo.Utc, Layers = layers };

    private static ScheduleDefinition With(OnCallOverride change) =>
        new() { Name = "s", TimeZone = TimeZoneInfo.Utc, Layers = [Layer()], Overrides = [change] };

    private static ScheduleDefinition With(params FixedPeriod[] periods) =>
        new() { Name = "s", TimeZone = TimeZoneInfo.Utc, Layers = [Layer()], FixedPeriods = periods };

    private static OnCallLayer Layer(
        string name = "l",
        StandIn standIn = default,
        TurnGrid? grid = null,
        DateTimeOffset? start = null,
        DateTimeOffset? end = null) =>
        new() { Name = name, Roster = new Roster([[Alice]]), StandIn = standIn, Grid = grid, Start = start, End = end };

    private static OnCallLayer Layer(DutyWindow window) => new() { Name = "l", Roster = new Roster([[Alice]]), Windows = [window] };

    private static TurnGrid Grid(TurnUnit unit = TurnUnit.Weekly, int length = 1, int first = 0, TimeSpan? duty = null) =>
        new() { Unit = unit, Length = length, First = first, DutyLength = duty, StartDate = new DateOnly(2025, 10, 13) };

    private static FixedPeriod Fixed(int from, int to) => new() { Time = new Interval(Start.AddDays(from), Start.AddDays(to)) };
}
