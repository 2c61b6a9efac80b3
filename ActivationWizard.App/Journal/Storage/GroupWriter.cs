using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// For SQLite, which has one writer at a time and lets the others sleep: they wait at a gate instead, and who comes through
/// takes along all that is waiting, in one transaction. When that fails each is done again alone, so that one write's trouble
/// is its own.
/// </summary>
public sealed class GroupWriter(IDbContextFactory<JournalContext> contexts, JournalMeter meter) : IJournalWriter, IAsyncDisposable
{
    private const int MostTogether = 32;

    private readonly LinkedList<Turn> _waiting = [];
    private readonly SemaphoreSlim _gate = new(1, 1);
    private JournalSession? _session;

    public async Task WriteAsync(IJournalWrite write, CancellationToken cancellation)
    {
        var turn = new Turn(write);
        lock (_waiting)
            _waiting.AddLast(turn);

        try
        {
            await _gate.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (IsWithdrawn(turn))
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            await turn.Ended;
            return;
        }

        try
        {
            while (!turn.Ended.IsCompleted)
                await CommitAsync(Next());
        }
        finally
        {
            _gate.Release();
        }

        await turn.Ended;
    }

    /// <summary>
    /// Closes the connection once nobody writes: in the middle of a commit it would be rolled back under its hands. Who still
    /// waits goes on, and finds that no connection can be opened.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await CloseAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsWithdrawn(Turn turn)
    {
        lock (_waiting)
            return _waiting.Remove(turn);
    }

    private List<Turn> Next()
    {
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        lock (_waiting)
        {
            var group = _waiting.Where(turn => subjects.Add(turn.Write.Subject)).Take(MostTogether).ToList();
            group.ForEach(turn => _waiting.Remove(turn));
            return group;
        }
    }

    private async Task CommitAsync(List<Turn> group)
    {
        var failure = await TryAsync(group);
        if (failure is null || group.Count is 1)
        {
            group.ForEach(turn => turn.End(failure));
            return;
        }

        foreach (var turn in group)
            turn.End(await TryAsync([turn]));
    }

    private async Task<Exception?> TryAsync(List<Turn> group)
    {
        try
        {
            var session = _session ??= await JournalSession.OpenAsync(contexts, CancellationToken.None);
            await meter.CommittedAsync(
                () => session.CommitAsync([.. group.Select(turn => turn.Write)], CancellationToken.None));
            return null;
        }
        catch (Exception failure)
        {
            await CloseAsync();
            return failure;
        }
    }

    // After a failure the next write begins with a connection that nothing is known against.
    private async Task CloseAsync()
    {
        if (_session is { } session)
            await session.DisposeAsync();
        _session = null;
    }

    private sealed class Turn(IJournalWrite write)
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IJournalWrite Write => write;

        public Task Ended => _ended.Task;

        public void End(Exception? failure)
        {
            if (failure is null)
                _ended.SetResult();
            else
                _ended.SetException(failure);
        }
    }
}
