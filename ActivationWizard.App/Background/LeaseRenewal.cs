using ActivationWizard.App.Journal.Leases;

namespace ActivationWizard.App.Background;

/// <summary>
/// Keeps the rights of this process to act for its cases alive, as long as it lives itself: a killed or frozen process lets them
/// end, and another goes on.
/// </summary>
public sealed partial class LeaseRenewal(TenantLeases leases, LeaseTerm term, TimeProvider time, ILogger<LeaseRenewal> log)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(term.Length / 3, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await leases.RenewAllAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure.GetType().FullName!);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The rights to act for cases could not be renewed: {Kind}. It is tried again.")]
    private static partial void Failed(ILogger logger, string kind);
}
