using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>Opens a case under a key of its own, once per intake key.</summary>
public sealed class CaseOpener(
    IntakeKeys intakes, CaseKeys keys, EventSealing sealing, IJournalWriter writer, CaseHeads heads, TimeProvider time)
{
    private const int MostRaces = 5;

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
        await WriteAsync(opening, cancellation);
        if (opening.Head is { } head)
            heads.Remember(opening.Number!, head);
        return (opening.Number!, opening.Opened);
    }

    // What can collide is the row of a new year or of an intake key that two send at once: both are there the next time.
    private async Task WriteAsync(CaseOpening opening, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                await writer.WriteAsync(opening, cancellation);
                return;
            }
            catch (DbUpdateException) when (race < MostRaces)
            {
            }
        }
    }
}
