using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>What a database is for life: of a demonstration or of a production, made with one master key.</summary>
public sealed class InstallationMark(HashChain chain, JournalPlace place, TimeProvider time)
{
    /// <summary>Marks a new database; one that is marked has to be this installation's.</summary>
    public async Task SetAsync(JournalContext journal, CancellationToken cancellation)
    {
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
            await CheckAsync(journal, cancellation);
        }
    }

    /// <summary>
    /// Throws <see cref="WrongInstallationException"/> for another installation's mark; none is fine. Reads these columns and no
    /// others: the database may still be that of an earlier version, which had no more.
    /// </summary>
    public async Task CheckAsync(JournalContext journal, CancellationToken cancellation)
    {
        var made = await journal.Installations.Select(row => new { row.Mark, row.KeyCheck }).SingleOrDefaultAsync(cancellation);
        if (made is not null && made.Mark != place.Mark.ToString())
            throw WrongInstallationException.OfMark(made.Mark, place.Mark);
        if (made is not null && !HashChain.Same(made.KeyCheck, chain.KeyCheck()))
            throw WrongInstallationException.OfKey();
    }
}
