using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>What a database is for life: of a demonstration or of a production, made with one master key.</summary>
public sealed class InstallationMark(HashChain chain, KeyRing ring, JournalPlace place, TimeProvider time)
{
    /// <summary>Marks new databases; those that are marked have to be this installation's.</summary>
    public async Task SetAsync(JournalContext journal, KeyStoreContext keyStore, CancellationToken cancellation)
    {
        try
        {
            await ring.SetAsync(keyStore, cancellation);
        }
        catch (LostMasterKeyException)
        {
            throw WrongInstallationException.OfUnfinishedRotation();
        }

        if (await journal.Installations.AnyAsync(cancellation))
            return;

        journal.Add(new InstallationRow
        {
            Mark = place.Mark.ToString(),
            KeyCheck = chain.KeyCheck(),
            MadeAt = time.GetUtcNow().UtcTicks,
        });
        try
        {
            await journal.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another instance marked it first: then it is that mark that counts.
            await CheckAsync(journal, keyStore, cancellation);
        }
    }

    /// <summary>
    /// Throws <see cref="WrongInstallationException"/> for another installation's mark; none is fine. Reads these columns and no
    /// others: the database may still be that of an earlier version, which had no more.
    /// </summary>
    public async Task CheckAsync(JournalContext journal, KeyStoreContext keyStore, CancellationToken cancellation)
    {
        var made = await journal.Installations.Select(row => new { row.Mark, row.KeyCheck }).SingleOrDefaultAsync(cancellation);
        if (made is not null && made.Mark != place.Mark.ToString())
            throw WrongInstallationException.OfMark(made.Mark, place.Mark);
        if (made is not null && !await IsMadeWithOursAsync(made.KeyCheck, keyStore, cancellation))
            throw ring.Previous is null ? WrongInstallationException.OfKey() : WrongInstallationException.OfKeys();
    }

    private async Task<bool> IsMadeWithOursAsync(byte[] check, KeyStoreContext keyStore, CancellationToken cancellation)
    {
        try
        {
            if (!await ring.OpenAsync(keyStore, cancellation) && ring.Previous is { } before
                && HashChain.Same(check, new HashChain(before).KeyCheck()))
                ring.BeginWithPrevious();
        }
        catch (LostMasterKeyException)
        {
            return false;
        }

        return HashChain.Same(check, chain.KeyCheck());
    }
}
