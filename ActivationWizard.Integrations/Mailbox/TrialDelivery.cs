using ActivationWizard.Domain.Ports;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The mailbox while the wizard is tried out: nothing leaves, and no draft is made.</summary>
internal sealed class TrialDelivery(IMailDelivery delivery) : IMailDelivery
{
    public Task<EffectOutcome<string?>> DraftAsync(
        MimeMessage message, OutgoingMail mail, CancellationToken cancellation) => Refused<string?>();

    public Task<EffectOutcome<NoResult>> SendAsync(
        MimeMessage message, OutgoingMail mail, CancellationToken cancellation) => Refused<NoResult>();

    public Task<EffectOutcome<NoResult>> SendTestAsync(MimeMessage message, CancellationToken cancellation) =>
        Refused<NoResult>();

    public Task<Reply<NoResult>> SignInAsync(CancellationToken cancellation) => delivery.SignInAsync(cancellation);

    public Task<Reply<ReferenceMatch>> FindAsync(MailTrace trace, CancellationToken cancellation) =>
        delivery.FindAsync(trace, cancellation);

    public Task<Reply<bool>> HasFiledAsync(CancellationToken cancellation) => delivery.HasFiledAsync(cancellation);

    private static Task<EffectOutcome<T>> Refused<T>() =>
        Task.FromResult<EffectOutcome<T>>(new EffectOutcome<T>.NotDone(FailureReason.TrialRun));
}
