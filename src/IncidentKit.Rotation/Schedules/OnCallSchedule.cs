namespace IncidentKit.Rotation;

/// <summary>An on-call schedule: who is on call at any instant, and why; shifts and gaps.</summary>
/// <remarks>
/// Every query is made from one half-open function, so that none contradicts another. <see cref="OnCallAt"/> takes the same time per
/// layer however far from the origin. Immutable and thread-safe.
/// </remarks>
public sealed class OnCallSchedule
{
    /// <summary>Creates a schedule.</summary>
    /// <exception cref="OnCallScheduleException">The definition has faults; all of them are named.</exception>
    public OnCallSchedule(ScheduleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (ScheduleCheck.FaultsOf(definition) is { Count: > 0 } faults)
            throw new OnCallScheduleException(faults);
        Definition = definition;
        Clock = new ScheduleClock(definition);
    }

    /// <summary>What the schedule is called.</summary>
    public string Name => Definition.Name;

    /// <summary>The zone of layers that name none.</summary>
    public TimeZoneInfo TimeZone => Definition.TimeZone;

    /// <summary>The layers.</summary>
    public IReadOnlyList<OnCallLayer> Layers => Definition.Layers;

    /// <summary>All that the schedule was made of.</summary>
    public ScheduleDefinition Definition { get; }

    internal ScheduleClock Clock { get; }

    internal IEnumerable<string> LayerNames => Layers.Select(l => l.Name).Distinct().Take(20);

    /// <summary>A weekly schedule of one layer, which has the schedule's name (P43).</summary>
    /// <param name="name">The name of the schedule.</param>
    /// <param name="timeZone">The IANA id of its zone.</param>
    /// <param name="handoff">The weekday of the handoff.</param>
    /// <param name="at">The local time of the handoff, the same across daylight-saving changes (P44).</param>
    /// <param name="startingOn">The date of the handoff to the first person, or a date in the week before it.</param>
    /// <param name="people">Who takes turns, in order.</param>
    /// <exception cref="OnCallScheduleException">The zone is unknown, or nobody takes turns.</exception>
    public static OnCallSchedule Weekly(
        string name,
        string timeZone,
        DayOfWeek handoff,
        TimeOnly at,
        DateOnly startingOn,
        IReadOnlyList<Responder> people) =>
        new OnCallScheduleBuilder(name, timeZone)
            .AddLayer(name, layer => layer.Weekly(handoff, at, startingOn).People(people))
            .Build();

    /// <summary>Reads a schedule from JSON.</summary>
    /// <exception cref="DocumentException">The text is no JSON or holds faults; all of them are named.</exception>
    public static OnCallSchedule Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ScheduleReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "schedule");
    }

    /// <summary>Reads a schedule from a JSON file.</summary>
    /// <exception cref="DocumentException">The text is no JSON, is too long, or holds faults; all of them are named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OnCallSchedule Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = File.OpenRead(path);
        return ScheduleReader.Read(file, path);
    }

    /// <summary>Reads a schedule from a stream of JSON, which is left open.</summary>
    /// <param name="stream">The stream, read to its end or to the longest allowed length.</param>
    /// <param name="source">The name of the stream in messages.</param>
    /// <exception cref="DocumentException">The text is no JSON, is too long, or holds faults; all of them are named.</exception>
    public static OnCallSchedule Load(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ScheduleReader.Read(stream, source);
    }

    /// <summary>Writes the schedule as JSON, with the ids of people and no display names.</summary>
    public string ToJson() => ScheduleWriter.Write(Definition);

    /// <summary>Writes the schedule as a JSON file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, ToJson());
    }

    /// <summary>Who is on call at an instant. Allocates nothing if one entry decides.</summary>
    public OnCallPeople OnCallAt(DateTimeOffset instant) => Clock.At(instant.UtcTicks);

    /// <summary>Who is on call at an instant, and why.</summary>
    public OnCallExplanation Why(DateTimeOffset instant) => ExplanationReader.Read(Clock, instant);

    /// <summary>The shifts that touch a range, in full length, by start and then person. Lazy.</summary>
    /// <param name="from">The start of the range; held.</param>
    /// <param name="to">The end of the range; not held.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    /// <exception cref="OnCallSearchException">While reading: the schedule changes too often without a result.</exception>
    public IEnumerable<OnCallShift> Shifts(DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return ShiftSequence.Read(Clock, from.UtcTicks, to.UtcTicks, whole: true);
    }

    /// <summary>The shifts of a range, cut at its ends, by start and then person. Lazy.</summary>
    /// <inheritdoc cref="Shifts" path="/param|/exception" />
    public IEnumerable<OnCallShift> ClippedShifts(DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return ShiftSequence.Read(Clock, from.UtcTicks, to.UtcTicks, whole: false);
    }

    /// <summary>The shifts that hold an instant, in full length, by person.</summary>
    public IReadOnlyList<OnCallShift> ShiftsAt(DateTimeOffset instant) =>
        [
            .. ShiftSequence.Read(Clock, instant.UtcTicks, instant.UtcTicks + 1, whole: true)
                .OrderBy(s => s.Person.Id, StringComparer.Ordinal),
        ];

    /// <summary>The longest stretches of a range in which nobody is on call, in order. Lazy.</summary>
    /// <inheritdoc cref="Shifts" path="/param|/exception" />
    public IEnumerable<Interval> Gaps(DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return GapSequence.Read(Clock, from.UtcTicks, to.UtcTicks);
    }

    /// <summary>The handoffs of a layer in a range and within its bounds, in order. Lazy.</summary>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="from">The start of the range; held.</param>
    /// <param name="to">The end of the range; not held.</param>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public IEnumerable<DateTimeOffset> Handoffs(string layer, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return HandoffsOf(layer, from.UtcTicks, to.UtcTicks);
    }

    /// <summary>The first handoff of a layer after an instant; null if there is none.</summary>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    public DateTimeOffset? NextHandoff(string layer, DateTimeOffset after) =>
        HandoffsOf(layer, after.UtcTicks + 1, long.MaxValue).Select(handoff => (DateTimeOffset?)handoff).FirstOrDefault();

    /// <summary>A new schedule with the rotation of a layer edited from a handoff on, and unchanged before.</summary>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="notBefore">The edit takes effect at the first later handoff at which the turn before is over.</param>
    /// <param name="edits">What changes, one after the other; all take effect at once.</param>
    /// <exception cref="OnCallScheduleException">
    /// The layer, a person or a place is unknown, a length is below 1, nobody would be left, or there is no such handoff; all
    /// faults are named, each with its argument.
    /// </exception>
    public EditedSchedule Edit(string layer, DateTimeOffset notBefore, params IReadOnlyList<RotationEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(edits);
        return RotationEditor.Apply(this, layer, notBefore, edits);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Layers.Count} layers, {TimeZone.Id})";

    private IEnumerable<DateTimeOffset> HandoffsOf(string layer, long from, long to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        if (Clock.VersionsOf(layer) is { Count: > 0 } versions)
            return versions.SelectMany(v => HandoffSequence.Turns(v, from, to)).Select(t => new DateTimeOffset(t.Handoff, TimeSpan.Zero));
        throw new ArgumentException(
            $"The schedule \"{Name}\" has no layer \"{layer}\". It has: {string.Join(", ", LayerNames)}.",
            nameof(layer));
    }
}
