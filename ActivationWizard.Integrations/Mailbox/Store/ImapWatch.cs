using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Imap;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// Waits for something new in one folder, on a connection of its own: while a server is listened to it is asked nothing else.
/// </summary>
internal sealed class ImapWatch(MailFolderPath path, MailSignIn signIn, TimeProvider time, Action<Exception> log) : IDisposable
{
    // Servers end a connection that says nothing for half an hour (RFC 2177), and routers one of ten minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    // How often a server is asked that cannot be listened to.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private ImapClient? _client;
    private IMailFolder? _folder;
    private volatile CancellationTokenSource? _listening;
    private volatile bool _hasChanged;

    /// <inheritdoc cref="IMailStore.WaitAsync"/>
    public async Task<Reply<bool>> WaitAsync(TimeSpan most, CancellationToken caller)
    {
        if (!signIn.CanRead)
            return new Reply<bool>.NotAnswered(FailureReason.WorkedByHand);

        await _oneAtATime.WaitAsync(caller);
        var isWhole = false;
        try
        {
            if (!await IsOpenAsync(caller))
                _hasChanged = await OpenAsync(caller);
            if (!_hasChanged)
                await ListenAsync(most < Longest ? most : Longest, caller);
            caller.ThrowIfCancellationRequested();
            isWhole = true;
            var came = _hasChanged;
            _hasChanged = false;
            return new Reply<bool>.Answered(came);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, caller))
        {
            log(fault);
            return new Reply<bool>.NotAnswered(MailFault.Why(fault));
        }
        finally
        {
            if (!isWhole)
                Close();
            _oneAtATime.Release();
        }
    }

    /// <summary>Ends what is under way; it may still be let go of.</summary>
    public void Dispose() => Close();

    // Asking it also brings what happened while nobody listened.
    private async Task<bool> IsOpenAsync(CancellationToken caller)
    {
        if (_client is not { IsConnected: true } || _folder is not { IsOpen: true })
            return false;
        using var deadline = signIn.Deadline(caller);
        try
        {
            await _client.NoOpAsync(deadline.Token);
            return true;
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, caller))
        {
            return false;
        }
    }

    private async Task<bool> OpenAsync(CancellationToken caller)
    {
        Close();
        using var exchange = signIn.Begin("watch folder", caller);
        try
        {
            _client = await signIn.OpenImapAsync(exchange.Token);
            _folder = await ImapFolders.FindAsync(_client, path, exchange.Token)
                ?? throw new FolderNotFoundException(path.ToString());
            await _folder.OpenAsync(FolderAccess.ReadOnly, exchange.Token);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, caller))
        {
            exchange.Failed(fault);
            throw;
        }

        // Listening itself takes as long as nothing comes, and is no call.
        exchange.Answered();
        _folder.CountChanged += (_, _) => Note();
        _folder.MessageExpunged += (_, _) => Note();
        _folder.MessageFlagsChanged += (_, _) => Note();
        return true;
    }

    private async Task ListenAsync(TimeSpan most, CancellationToken caller)
    {
        using var enough = new CancellationTokenSource(most, time);
        // Also the answer to the end of listening has its time. Who leaves waits for no answer.
        using var limit = new CancellationTokenSource(most + signIn.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, caller);
        _listening = enough;
        try
        {
            var listening = _client!.Capabilities.HasFlag(ImapCapabilities.Idle)
                ? _client.IdleAsync(enough.Token, either.Token)
                : AskAsync(enough.Token, either.Token);
            // Whether or not the library hears of it: what is left of it ends with the connection.
            await listening.WaitAsync(either.Token);
        }
        finally
        {
            _listening = null;
        }
    }

    private async Task AskAsync(CancellationToken enough, CancellationToken limit)
    {
        try
        {
            while (!_hasChanged)
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(enough, limit);
                await Task.Delay(Between, time, either.Token);
                await _client!.NoOpAsync(limit);
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !limit.IsCancellationRequested)
        {
            // The time passed.
        }
    }

    private void Note()
    {
        _hasChanged = true;
        try
        {
            _listening?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over.
        }
    }

    private void Close()
    {
        _client?.Dispose();
        (_client, _folder) = (null, null);
    }
}
