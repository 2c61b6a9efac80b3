using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Journal;

/// <summary>Whether the databases answer and are up to date, for whoever asks after the app's health.</summary>
internal static class DatabaseHealth
{
    /// <summary>What is down when the journal does not answer.</summary>
    public const string Journal = "database";

    /// <summary>What is down when the store of the keys does not.</summary>
    public const string Keys = "keystore";

    /// <summary>What is down when one of them answers and is of an earlier version, as after a backup was put back.</summary>
    public const string Migrations = "migrations";

    /// <summary>After this it counts as gone: a server that vanished does not even refuse.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Adds the three.</summary>
    public static void AddDatabaseHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<JournalHealth>(Journal, timeout: Patience)
        .AddCheck<KeyStoreHealth>(Keys, timeout: Patience)
        .AddCheck<MigrationHealth>(Migrations, timeout: Patience);

    /// <summary>Healthy when it is right; <paramref name="away"/> when the database says nothing.</summary>
    public static async Task<HealthCheckResult> AskAsync(Func<Task<bool>> isRight, HealthStatus away)
    {
        try
        {
            return await isRight() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            return new HealthCheckResult(away);
        }
    }
}

/// <summary>Whether the journal answers.</summary>
internal sealed class JournalHealth(IDbContextFactory<JournalContext> journals) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => DatabaseHealth.AskAsync(
        async () =>
        {
            await using var journal = await journals.CreateDbContextAsync(cancellationToken);
            return await journal.Installations.AnyAsync(cancellationToken);
        },
        HealthStatus.Unhealthy);
}

/// <summary>Whether the store of the keys answers.</summary>
internal sealed class KeyStoreHealth(IDbContextFactory<KeyStoreContext> keyStores) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => DatabaseHealth.AskAsync(
        async () =>
        {
            await using var keyStore = await keyStores.CreateDbContextAsync(cancellationToken);
            await keyStore.SignInKeys.AnyAsync(cancellationToken);
            return true;
        },
        HealthStatus.Unhealthy);
}

/// <summary>Whether both are of this version, or of a later one that this one can work with.</summary>
internal sealed class MigrationHealth(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores) : IHealthCheck
{
    // One that says nothing is down by its own name.
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => DatabaseHealth.AskAsync(
        async () =>
        {
            await using var journal = await journals.CreateDbContextAsync(cancellationToken);
            await using var keyStore = await keyStores.CreateDbContextAsync(cancellationToken);
            return (await journal.PendingMigrationsAsync(cancellationToken)).Count is 0
                && (await keyStore.PendingMigrationsAsync(cancellationToken)).Count is 0;
        },
        HealthStatus.Healthy);
}
