using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Events;

/// <summary>Opens a case under a key of its own, once per intake key.</summary>
public sealed class CaseOpener(
    IntakeKeys intakes, CaseKeys keys, EventSealing sealing, IJournalWriter writer, CaseHeads heads, TimeProvider time)
{
    /// <summary>The number, and the case as it was opened; no case when the intake key had one already.</summary>
    public async Task<(CaseNumber Number, ActivationCase? Opened)> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        var intake = intakeKey is null ? null : intakes.PseudonymOf(intakeKey);
        if (intake is not null && await intakes.FindAsync(intake, cancellation) is { } known)
            return (known, null);

        var key = await keys.CreateAsync(cancellation);
        var opening = new CaseOpening(
            sealing, key, number => new CaseOpened(number, request), actor, intake, time.GetUtcNow());
        // Another may have added the same intake key.
        await writer.WriteRacingAsync(opening, cancellation);
        if (opening.Head is { } head)
            heads.Remember(opening.Opened!, head);
        return (opening.Number!, opening.Opened);
    }
}
