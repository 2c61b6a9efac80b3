using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>What a move came to.</summary>
public enum MoveEnd
{
    /// <summary>Everything is in PostgreSQL, and nothing is done from the files any more.</summary>
    Moved,

    /// <summary>It was before.</summary>
    MovedBefore,

    /// <summary>What was in the files is in another database.</summary>
    MovedElsewhere,

    /// <summary>There are no files of a journal in the data folder.</summary>
    NoFiles,

    /// <summary>An app, or another command, has them open.</summary>
    FilesInUse,

    /// <summary>They are of an earlier version of the app.</summary>
    EarlierVersion,

    /// <summary>Something else is or was in the PostgreSQL database.</summary>
    NotEmpty,

    /// <summary>What arrived is not what left. Nothing was closed.</summary>
    Different,
}

/// <summary>
/// Moves an installation from the files in its data folder into PostgreSQL. The files are held meanwhile and stay the journal
/// until everything is in PostgreSQL, was compared and was verified; then they are marked, and only then the app can start on
/// PostgreSQL. So there is no moment at which it can start on both, and after a crash at any moment the same move goes on.
/// </summary>
public sealed class JournalMove(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores, JournalPlace place,
    InstallationMark installation)
{
    // Of the name of what moves: 128 bits, in hexadecimals.
    private const int NameLength = 32;

    // A statement over a whole table takes as long as the table is large.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromHours(2);

    /// <summary>
    /// Moves it, or what an earlier run left. Throws <see cref="WrongInstallationException"/> when the settings are not those of
    /// the files, <see cref="NewerDatabaseException"/> for files or a database of a later version, and what the databases throw;
    /// then nothing is lost, and another run goes on.
    /// </summary>
    /// <param name="rowsAtATime">How many rows are in memory, and in one transaction.</param>
    /// <param name="told">Told of each table, and of what is there of it.</param>
    /// <param name="verify">Looks at the journal in PostgreSQL, which holds the same rows as the files by then.</param>
    /// <param name="cancellation">Stops it between two rows.</param>
    public async Task<MoveEnd> MoveAsync(
        int rowsAtATime, Func<MovedRows, Task> told, Func<Task> verify, CancellationToken cancellation)
    {
        if (!MoveSource.IsThere(place))
            return MoveEnd.NoFiles;
        await using var source = await MoveSource.TryOpenAsync(place, cancellation);
        if (source is null)
            return MoveEnd.FilesInUse;
        if (!await IsOfThisVersionAsync(source, cancellation))
            return MoveEnd.EarlierVersion;
        await installation.CheckAsync(source.Journal, source.KeyStore, cancellation);
        await JournalPreparation.RefuseLostKeysAsync(source.Journal, source.KeyStore, cancellation);

        await using var journal = await journals.CreateDbContextAsync(cancellation);
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        journal.Database.SetCommandTimeout(LongestStatement);
        keyStore.Database.SetCommandTimeout(LongestStatement);
        MovedDatabase[] databases =
        [
            new(source.KeyStore, keyStore, MovedTables.KeyStore), new(source.Journal, journal, MovedTables.Journal),
        ];
        foreach (var one in databases)
            await one.MakeAsync(cancellation);
        await using var alone = await place.LockAsync(cancellation);

        if (await MoveMark.ReadAsync(source.Journal, cancellation) is { } closed)
            return await FinishAsync(closed, source, journal, databases, cancellation);
        foreach (var one in databases)
        {
            if (!await one.IsFreeAsync(cancellation))
                return MoveEnd.NotEmpty;
        }

        var contents = await ContentsAsync(databases, cancellation);
        foreach (var one in databases)
            await one.BeginAsync(contents, place, cancellation);
        foreach (var one in databases)
            await one.CopyAsync(rowsAtATime, told, cancellation);
        if (!await AreSameAsync(databases, cancellation))
            return MoveEnd.Different;

        await verify();
        await new MoveMark(MoveStage.MovedToPostgres, contents).SetAsync(source.Journal, cancellation);
        await OpenAsync(databases, cancellation);
        return MoveEnd.Moved;
    }

    private static async Task<bool> IsOfThisVersionAsync(MoveSource source, CancellationToken cancellation)
    {
        foreach (var one in new DbContext[] { source.Journal, source.KeyStore })
        {
            await JournalPreparation.RefuseNewerAsync(one, cancellation);
            if ((await one.PendingMigrationsAsync(cancellation)).Count > 0)
                return false;
        }

        return true;
    }

    private static async Task<string> ContentsAsync(IEnumerable<MovedDatabase> databases, CancellationToken cancellation)
    {
        var all = new StringBuilder();
        foreach (var one in databases)
            all.Append(await one.ReadAsync(cancellation)).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..NameLength];
    }

    // What differs cannot be mended by going on: the next run begins from nothing.
    private static async Task<bool> AreSameAsync(MovedDatabase[] databases, CancellationToken cancellation)
    {
        var same = true;
        foreach (var one in databases)
            same &= await one.IsSameAsync(cancellation);
        foreach (var one in same ? [] : databases)
            await one.ForgetAsync(cancellation);
        return same;
    }

    // The files were marked before: this database is to be opened still, was opened, or is another one.
    private static async Task<MoveEnd> FinishAsync(
        MoveMark closed, MoveSource source, JournalContext journal, MovedDatabase[] databases, CancellationToken cancellation)
    {
        if (await MoveMark.ReadAsync(journal, cancellation) is { } mark)
        {
            if (mark.Contents != closed.Contents)
                return MoveEnd.MovedElsewhere;
            await OpenAsync(databases, cancellation);
            return MoveEnd.Moved;
        }

        if ((await journal.AppliedMigrationsAsync(cancellation)).Count is 0)
            return MoveEnd.MovedElsewhere;
        var epoch = await source.Journal.Epochs.OrderByDescending(row => row.Number).Select(row => row.Epoch)
            .FirstOrDefaultAsync(cancellation);
        return await journal.Epochs.AnyAsync(row => row.Epoch == epoch, cancellation)
            ? MoveEnd.MovedBefore
            : MoveEnd.MovedElsewhere;
    }

    // The journal's mark last: it is what an app is refused by.
    private static async Task OpenAsync(MovedDatabase[] databases, CancellationToken cancellation)
    {
        foreach (var one in databases)
            await one.OpenAsync(cancellation);
    }
}
