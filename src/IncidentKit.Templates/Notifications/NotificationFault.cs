namespace IncidentKit.Templates;

/// <summary>A part of a notification that is missing, or contradicts another (P40).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Part">The part, such as "symptom".</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
public sealed record NotificationFault(string Part, string Message);
