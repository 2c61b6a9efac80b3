using System.Security.Cryptography;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Refuses to start with another key for fingerprints of codes than this database was first opened with: a second instance, or a
/// data folder that was lost, would call every code a changed one. Throws <see cref="WrongInstallationException"/>.
/// </summary>
public sealed class FingerprintKeyCheck(
    IDbContextFactory<JournalContext> journals, ActivationSettings settings) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var check = HMACSHA256.HashData(settings.FingerprintKey.Span, "ActivationWizard fingerprint key"u8);
        await using var journal = await journals.CreateDbContextAsync(cancellationToken);
        var known = await KnownAsync(journal, cancellationToken);
        if (known is null)
        {
            // Of two that start at once the first one counts, for both.
            await journal.ChangeAsync(
                """UPDATE "Installation" SET "FingerprintCheck" = @check WHERE "FingerprintCheck" IS NULL""", cancellationToken,
                ("@check", check));
            known = await KnownAsync(journal, cancellationToken);
        }

        if (!CryptographicOperations.FixedTimeEquals(known, check))
            throw WrongInstallationException.OfFingerprintKey();
    }

    private static async Task<byte[]?> KnownAsync(JournalContext journal, CancellationToken cancellation) =>
        (await journal.ListAsync(
            "SELECT \"FingerprintCheck\" FROM \"Installation\"", row => row.BytesOrNull(0), cancellation)).Single();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
