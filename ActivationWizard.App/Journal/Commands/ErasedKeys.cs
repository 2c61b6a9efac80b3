using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>Takes the keys of erased cases out of the key store, out of memory and out of the logs of the databases.</summary>
public sealed class ErasedKeys(CaseKeys keys, CaseHeads heads, DatabaseLogs logs)
{
    /// <summary>How many were there.</summary>
    public async Task<int> DeleteAsync(
        IReadOnlyCollection<Guid> ids, IEnumerable<CaseNumber> cases, CancellationToken cancellation)
    {
        var deleted = await keys.DeleteAsync(ids, cancellation);
        foreach (var number in cases)
            heads.Forget(number);
        return deleted;
    }

    /// <summary>What was deleted or overwritten may stand in them. See <see cref="DatabaseLogs"/>.</summary>
    public Task EmptyLogsAsync(CancellationToken cancellation) => logs.EmptyAsync(cancellation);
}
