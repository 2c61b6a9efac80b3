using System.Globalization;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Security;

namespace ActivationWizard.App.Background;

/// <summary>Looks every minute whether a night has come in which what is past its term is erased.</summary>
public sealed partial class RetentionWork(
    RetentionRound round, ClearRemoval clear, DatabaseLogs logs, SecurityLog security, TimeProvider time,
    ILogger<RetentionWork> log)
    : RepeatedWork("Erasing what is past its term", TimeSpan.FromMinutes(1), time, log)
{
    /// <inheritdoc />
    protected override async Task DoAsync(CancellationToken cancellation)
    {
        if (!await round.IsDueAsync(cancellation) || await round.RunAsync(again: false, cancellation) is not { } done)
            return;
        if (done.Failed > 0)
            NotAll(Log, done.Failed, done.Failure);
        if (done.Erased + done.Accesses > 0)
        {
            foreach (var left in logs.Left)
                StillThere(Log, left);
            security.Write(
                SecurityEvent.Erasure, "wizard", null, string.Create(
                    CultureInfo.InvariantCulture,
                    $"past their term: {done.Erased} cases are erased and {done.Accesses} access records removed"), null);
        }

        if (await clear.RunAsync(cancellation) is > 0 and var rows)
            NotInClear(Log, rows);
    }

    [LoggerMessage(5, LogLevel.Information,
        "{Rows} rows of an earlier version that stood in clear are pseudonyms now, or deleted.")]
    private static partial void NotInClear(ILogger logger, int rows);

    [LoggerMessage(4, LogLevel.Information, "Erased: {Left}")]
    private static partial void StillThere(ILogger logger, string left);

    [LoggerMessage(3, LogLevel.Error,
        "{Failed} cases past their term could not be erased: {Kind}. They come again the next night.")]
    private static partial void NotAll(ILogger logger, int failed, string? kind);
}
