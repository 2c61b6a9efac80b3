using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal;

/// <summary>What a database is for life: of a demonstration or of a production, made with one master key.</summary>
public sealed class InstallationMark(HashChain chain, KeyRing ring, JournalPlace place, TimeProvider time)
{
    private const string Made = "SELECT \"Mark\", \"KeyCheck\" FROM \"Installation\"";

    private const string Set =
        """
        INSERT INTO "Installation" ("Id", "Mark", "KeyCheck", "MadeAt") VALUES (1, @mark, @check, @at)
        ON CONFLICT ("Id") DO NOTHING
        """;

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

        if (await journal.HasRowAsync("""SELECT 1 FROM "Installation" LIMIT 1""", cancellation))
            return;

        // Another instance may mark it first: then it is that mark that counts.
        if (await journal.ChangeAsync(
            Set, cancellation, ("@mark", place.Mark.ToString()), ("@check", chain.KeyCheck()), ("@at", time.GetUtcNow().UtcTicks))
            is 0)
            await CheckAsync(journal, keyStore, cancellation);
    }

    /// <summary>
    /// Throws <see cref="WrongInstallationException"/> for another installation's mark; none is fine. Reads these columns and no
    /// others: the database may still be that of an earlier version, which had no more.
    /// </summary>
    public async Task CheckAsync(JournalContext journal, KeyStoreContext keyStore, CancellationToken cancellation)
    {
        var all = await journal.ListAsync(Made, row => (Mark: row.GetString(0), KeyCheck: row.Bytes(1)), cancellation);
        if (all.Count is 0)
            return;
        var made = all.Single();
        if (made.Mark != place.Mark.ToString())
            throw WrongInstallationException.OfMark(made.Mark, place.Mark);
        if (!await IsMadeWithOursAsync(made.KeyCheck, keyStore, cancellation))
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
