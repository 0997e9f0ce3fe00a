namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Reads times that may be unknown (null or absent) or "never".</summary>
internal static class RecordedTimeReading
{
    public static RecordedTime Time(this DocumentObject file, string key, bool required = false)
    {
        if (required && !file.Has(key))
            file.Fault(key, "is required (null where the time is unknown)");
        return file.IsText(key, "never") ? new RecordedTime(null, true) : new RecordedTime(file.Instant(key), false);
    }
}
