namespace IncidentKit;

/// <summary>
/// Stands for the checks of the playbook where the host validates its settings. A check may need the settings of the library, so
/// these cannot wait for it.
/// </summary>
internal sealed class MitigationChecks;
