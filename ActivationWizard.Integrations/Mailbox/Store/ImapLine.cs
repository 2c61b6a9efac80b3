using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Imap;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// A connection that is kept between questions and made anew when it is gone; one question at a time. What goes wrong is an
/// answer, and closes it.
/// </summary>
internal sealed class ImapLine(MailSignIn signIn) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private ImapClient? _kept;

    /// <summary>
    /// Opens the folder and does what is asked in it; <paramref name="absent"/> is the answer when there is no such folder.
    /// </summary>
    /// <param name="asked">Our own name of the question, and in which folder it is asked.</param>
    /// <param name="question">Gets true when the connection was made for it.</param>
    /// <param name="log">Told of what went wrong.</param>
    public async Task<Reply<T>> AskAsync<T>(
        (string Operation, MailFolderPath Folder, FolderAccess Access) asked,
        T absent,
        Func<ImapClient, IMailFolder, bool, CancellationToken, Task<T>> question,
        Action<Exception> log,
        CancellationToken caller)
    {
        if (!signIn.CanRead)
            return new Reply<T>.NotAnswered(FailureReason.WorkedByHand);

        using var exchange = signIn.Begin(asked.Operation, caller);
        var isMine = false;
        var isWhole = false;
        try
        {
            await _oneAtATime.WaitAsync(exchange.Token);
            isMine = true;
            var (folder, isNew) = await OpenAsync(asked.Folder, asked.Access, exchange.Token);
            var answer = folder is null ? absent : await question(_kept!, folder, isNew, exchange.Token);
            isWhole = true;
            exchange.Answered();
            return new Reply<T>.Answered(answer);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, caller))
        {
            log(fault);
            exchange.Failed(fault);
            return new Reply<T>.NotAnswered(MailFault.Why(fault));
        }
        finally
        {
            if (isMine)
            {
                // It may stand in the middle of an answer.
                if (!isWhole)
                    Close();
                _oneAtATime.Release();
            }
        }
    }

    /// <summary>Ends what is under way; it may still be let go of.</summary>
    public void Dispose() => Close();

    // What was kept may have been lost since, and may know a folder that is not there any more: then all is asked anew.
    private async Task<(IMailFolder? Folder, bool IsNew)> OpenAsync(
        MailFolderPath path, FolderAccess access, CancellationToken cancellation)
    {
        if (_kept is { IsConnected: true, IsAuthenticated: true } kept)
        {
            try
            {
                await kept.NoOpAsync(cancellation);
                return (await OpenAsync(kept, path, access, cancellation), false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && MailFault.IsExpected(fault, cancellation))
            {
                // Made anew below.
            }
        }

        Close();
        _kept = await signIn.OpenImapAsync(cancellation);
        return (await OpenAsync(_kept, path, access, cancellation), true);
    }

    private static async Task<IMailFolder?> OpenAsync(
        ImapClient client, MailFolderPath path, FolderAccess access, CancellationToken cancellation)
    {
        if (await ImapFolders.FindAsync(client, path, cancellation) is not { } folder || ImapFolders.IsHollow(folder))
            return null;
        await folder.OpenAsync(access, cancellation);
        return folder;
    }

    private void Close()
    {
        _kept?.Dispose();
        _kept = null;
    }
}
