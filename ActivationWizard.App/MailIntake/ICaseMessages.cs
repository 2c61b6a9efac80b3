using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>A message that belongs to a case: a reply or a bounce of a mail of ours, or one that a person added.</summary>
/// <param name="Id">The message.</param>
/// <param name="Number">The case; it may be finished.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">
/// What it says; null when it is in the mailbox no more, and only that it came is known. A
/// <see cref="IncomingMail.ReplyToOurs"/> and an <see cref="IncomingMail.Bounce"/> are of the mail that was sent under
/// <paramref name="Effect"/>, and of whom it was sent to.
/// </param>
/// <param name="Effect">The reply of ours that it answers or returns, which the case has; null for one that a person added.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
/// <param name="By">Who added it: a person, or the wizard.</param>
public sealed record CaseMessage(
    Guid Id, CaseNumber Number, MessageKind Kind, IncomingMail? Content, EffectKey? Effect, DateTimeOffset ReceivedAt, Actor By);

/// <summary>What a message does to the case that it belongs to.</summary>
public interface ICaseMessages
{
    /// <summary>
    /// Does it. The same message may come again after a crash, and then changes nothing. It is asked again later when this
    /// throws; the message is put away only after it returned.
    /// </summary>
    Task TakeInAsync(CaseMessage message, CancellationToken cancellation);
}

/// <summary>Messages do nothing to a case: the list of messages has which case each belongs to.</summary>
public sealed class UnmovedCases : ICaseMessages
{
    /// <inheritdoc />
    public Task TakeInAsync(CaseMessage message, CancellationToken cancellation) => Task.CompletedTask;
}
