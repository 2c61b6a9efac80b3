using ActivationWizard.App.Journal.Notes;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.App.Background;

/// <summary>
/// Reads the Mailsjablonen at the start, as soon as something changes in their folder, and once an interval; each instance by
/// itself, into the one place they share. Does nothing where they are files.
/// </summary>
public sealed partial class TemplateWork(
    TemplateMessages messages, TemplateNotes kept, IStandardReplies replies, TimeProvider time,
    ILogger<TemplateWork> log) : BackgroundService
{
    // Never disposed: a page may still be reading when the app ends.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Reads them now; false when the mailbox gave no answer, and what was read before is used.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            switch (await messages.ReadAsync(cancellation))
            {
                case Reply<IReadOnlyList<FoundTemplate>?>.Answered read:
                    await kept.KeepAsync(read.Value, cancellation);
                    return true;
                case Reply<IReadOnlyList<FoundTemplate>?>.NotAnswered silent:
                    await kept.NoteSilenceAsync(silent.Why, cancellation);
                    return false;
                default:
                    return false;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (replies.MailFolder is null)
            return;
        try
        {
            while (true)
            {
                await TryAsync(stoppingToken);
                if (await messages.WaitAsync(stoppingToken) is Reply<bool>.NotAnswered)
                    await Task.Delay(messages.Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    // A database that is away for a while ends nothing.
    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            NotKept(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The Mailsjablonen cannot be kept ({Fault}); they are read again later.")]
    private static partial void NotKept(ILogger logger, string fault);
}
