namespace IncidentKit;

/// <summary>A vendor's support that is on an incident (P22).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Vendor">The vendor.</param>
/// <param name="Case">The number of the case there, where it is known.</param>
public sealed record VendorCase(string Vendor, string? Case);
