using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>Which case an intake key has: the keys are kept under pseudonyms.</summary>
public sealed class IntakeKeys(IDbContextFactory<JournalContext> contexts, MasterKey master)
{
    /// <summary>What the key is kept as.</summary>
    public string PseudonymOf(string intakeKey) => master.PseudonymOf($"intake {intakeKey}");

    /// <summary>The case that the pseudonym has already; null when it has none.</summary>
    public async Task<CaseNumber?> FindAsync(string intake, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await CaseOpening.KnownAsync(context, intake, cancellation);
    }
}
