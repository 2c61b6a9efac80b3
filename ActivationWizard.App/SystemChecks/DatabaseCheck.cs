using ActivationWizard.App.Journal;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>Whether the databases answer, fit this version and its keys, and give each account its rights.</summary>
public sealed class DatabaseCheck(JournalTrial trial) : IOwnCheck
{
    public CheckSubject Subject => CheckSubject.Database;

    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellation)
    {
        var found = await trial.RunAsync(cancellation);
        return
        [
            Line("Connection", found.Connection),
            Line("Schema", found.IsMade is false ? TrialResult.NotTried : found.Schema),
            Line("MasterKey", found.MasterKey),
            Line("Rights", found.Rights),
        ];
    }

    private CheckLine Line(string name, TrialResult result) => new(Subject, name, result switch
    {
        { Faults.Count: > 0 } => Observation.Differs(""),
        { WasTried: false } => Observation.Untold(UntoldReason.NothingThere),
        _ => Observation.Works,
    })
    {
        Faults = result.Faults,
    };
}
