using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>
/// A writer whose first writes are outrun, one by each of these: what another writes between the look at the rows and the commit.
/// On PostgreSQL only, which lets two write at once.
/// </summary>
public sealed class OutrunWriter(IJournalWriter writer, params IEnumerable<Func<Task>> others) : IJournalWriter
{
    private readonly Queue<Func<Task>> _others = new(others);

    public Task WriteAsync(IJournalWrite write, CancellationToken cancellation) =>
        writer.WriteAsync(_others.TryDequeue(out var other) ? new Outrun(write, other) : write, cancellation);

    private sealed class Outrun(IJournalWrite write, Func<Task> other) : IJournalWrite
    {
        public string Subject => write.Subject;

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await write.StageAsync(session, cancellation);
            await other();
        }
    }
}
