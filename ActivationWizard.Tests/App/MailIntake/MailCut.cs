using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>
/// Where a process dies that takes in mail: before or after its so manieth question to the mailbox or write to the journal.
/// Nothing more of it is done.
/// </summary>
internal sealed class MailCut(int at, bool isAfter) : IDisposable
{
    private readonly CancellationTokenSource _death = new();
    private int _passed;

    /// <summary>Never.</summary>
    public static MailCut None => new(0, false);

    /// <summary>It came so far.</summary>
    public bool IsReached => _death.IsCancellationRequested;

    public CancellationToken Life => _death.Token;

    public async Task<T> PassAsync<T>(Func<Task<T>> act)
    {
        var isHere = ++_passed == at;
        if (isHere && !isAfter)
            Die();
        var came = await act();
        if (isHere)
            Die();
        return came;
    }

    public void Dispose() => _death.Dispose();

    private void Die()
    {
        _death.Cancel();
        throw new OperationCanceledException(_death.Token);
    }
}

/// <summary>A mailbox whose every question may be the last.</summary>
internal sealed class CutStore(IMailStore inner, MailCut cut) : IMailStore
{
    public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailFolderPath folder, int most, CancellationToken cancellation) =>
        cut.PassAsync(() => inner.ListAsync(folder, most, cancellation));

    public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) =>
        cut.PassAsync(() => inner.FindAsync(folder, messageId, cancellation));

    public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) =>
        cut.PassAsync(() => inner.ReadAsync(key, cancellation));

    public Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation) =>
        cut.PassAsync(() => inner.MoveAsync(key, destination, cancellation));

    public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) =>
        inner.WaitAsync(folder, most, cancellation);
}

/// <summary>A journal whose every write may be the last.</summary>
internal sealed class CutWriter(IJournalWriter inner, MailCut cut) : IJournalWriter
{
    public Task WriteAsync(IJournalWrite write, CancellationToken cancellation) => cut.PassAsync(async () =>
    {
        await inner.WriteAsync(write, cancellation);
        return true;
    });
}

/// <summary>A mailbox in which some questions get no answer.</summary>
internal sealed class DeafStore(IMailStore inner) : IMailStore
{
    /// <summary>What it does not take: a message of which this holds.</summary>
    public Func<MailKey, bool> CannotRead { get; set; } = _ => false;

    /// <summary>There is no room, or no right to.</summary>
    public bool CannotMove { get; set; }

    public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailFolderPath folder, int most, CancellationToken cancellation) =>
        inner.ListAsync(folder, most, cancellation);

    public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) =>
        inner.FindAsync(folder, messageId, cancellation);

    public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) => CannotRead(key)
        ? Task.FromResult<Reply<MailReading>>(new Reply<MailReading>.NotAnswered(FailureReason.Nonsense))
        : inner.ReadAsync(key, cancellation);

    public Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation) => CannotMove
        ? Task.FromResult<Reply<MailMove>>(new Reply<MailMove>.NotAnswered(FailureReason.Nonsense))
        : inner.MoveAsync(key, destination, cancellation);

    public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) =>
        inner.WaitAsync(folder, most, cancellation);
}
