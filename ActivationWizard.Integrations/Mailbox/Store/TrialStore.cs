using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>The messages of the mailbox while the wizard is tried out: they are read, and stay where they are.</summary>
internal sealed class TrialStore(IMailStore store) : IMailStore
{
    public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(
        MailFolderPath folder, int most, CancellationToken cancellation) => store.ListAsync(folder, most, cancellation);

    public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) =>
        store.FindAsync(folder, messageId, cancellation);

    public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) => store.ReadAsync(key, cancellation);

    public Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation) =>
        Task.FromResult<Reply<MailMove>>(new Reply<MailMove>.NotAnswered(FailureReason.TrialRun));

    public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) =>
        store.WaitAsync(folder, most, cancellation);
}
