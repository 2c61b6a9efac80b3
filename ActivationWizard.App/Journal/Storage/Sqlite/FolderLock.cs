namespace ActivationWizard.App.Journal.Storage.Sqlite;

/// <summary>One process at a time prepares, or moves, what is in a data folder. It is let go when the process ends.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    // Waiting for another process is in the machine's time, whatever clock the app goes by.
    private static readonly TimeProvider Patience = TimeProvider.System;

    /// <summary>Waits for it. Throws <see cref="IOException"/> when another process keeps it for a minute.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var since = Patience.GetTimestamp();
        while (true)
        {
            try
            {
                var file = Path.Combine(folder, "journal.lock");
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Patience.GetElapsedTime(since) < Limit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), Patience, cancellation);
            }
        }
    }
}
