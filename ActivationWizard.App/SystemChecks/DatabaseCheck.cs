using ActivationWizard.App.Journal;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>Whether the databases answer, fit this version and its keys, and give each account its rights.</summary>
internal sealed class DatabaseCheck(JournalTrial trial) : IOwnCheck
{
    public CheckSubject Subject => CheckSubject.Database;

    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellation)
    {
        var found = await trial.RunAsync(cancellation);
        return
        [
            new(Subject, "Connection", Of(found.Connection)),
            new(Subject, "Schema", found.IsMade is false
                ? Observation.Untold(UntoldReason.NothingThere)
                : Of(found.Schema)),
            new(Subject, "MasterKey", Of(found.MasterKey)),
            new(Subject, "Rights", Of(found.Rights)),
        ];
    }

    private static Observation Of(TrialResult result) => result switch
    {
        { Fault: { } fault } => Observation.Differs(fault),
        { WasTried: false } => Observation.Untold(UntoldReason.NothingThere),
        _ => Observation.Works,
    };
}
