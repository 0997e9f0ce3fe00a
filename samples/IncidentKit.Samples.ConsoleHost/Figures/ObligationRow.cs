namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record ObligationRow(
    string Obligation,
    int Of,
    int Met,
    int MetLate,
    int Missed,
    int Pending,
    int Waived,
    int Unknown,
    int NotRequired,
    IReadOnlyList<string> LateIn,
    IReadOnlyList<string> MissedIn,
    IReadOnlyList<string> UnknownIn);
