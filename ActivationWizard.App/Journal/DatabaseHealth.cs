using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Journal;

/// <summary>Whether the databases answer, for whoever asks after the app's health.</summary>
public sealed class DatabaseHealth(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores) : IHealthCheck
{
    /// <summary>What is down when they do not.</summary>
    public const string Name = "database";

    /// <summary>After this it counts as gone: a server that vanished does not even refuse.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var journal = await journals.CreateDbContextAsync(cancellationToken);
            await journal.Installations.AnyAsync(cancellationToken);
            await using var keyStore = await keyStores.CreateDbContextAsync(cancellationToken);
            await keyStore.SignInKeys.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
