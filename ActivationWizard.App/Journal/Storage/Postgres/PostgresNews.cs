using System.Threading.Channels;
using Npgsql;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>
/// LISTEN and NOTIFY, on connections of their own: a write does not wait for it, and many at once are told as one. While the
/// database is gone nobody is told; the looks of the feed go on without it.
/// </summary>
public sealed class PostgresNews(JournalOptions options, TimeProvider time) : IJournalNews
{
    private const string Name = "activationwizard";

    // PostgreSQL has one queue for all that is told: no oftener than this.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    public void Tell() => _told.Writer.TryWrite(true);

    /// <inheritdoc />
    public Task ListenAsync(Action heard, CancellationToken cancellation) => Task.WhenAll(
        AgainAsync(() => HearAsync(heard, cancellation), cancellation), AgainAsync(() => SayAsync(cancellation), cancellation));

    private async Task HearAsync(Action heard, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(options.ConnectionString);
        connection.Notification += (_, _) => heard();
        await ExecuteAsync(connection, $"LISTEN {Name}", cancellation);
        // Whatever was told while nobody listened.
        heard();
        while (true)
            await connection.WaitAsync(cancellation);
    }

    private async Task SayAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(options.ConnectionString);
        while (await _told.Reader.ReadAsync(cancellation))
        {
            await ExecuteAsync(connection, $"NOTIFY {Name}", cancellation);
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        if (connection.State is not System.Data.ConnectionState.Open)
            await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task AgainAsync(Func<Task> actAsync, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await actAsync();
            }
            catch (Exception) when (!cancellation.IsCancellationRequested)
            {
                // The feed says once that the database is gone, and looks without this.
                await Task.Delay(BeforeAgain, time, cancellation);
            }
        }
    }
}
