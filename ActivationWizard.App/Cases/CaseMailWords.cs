using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>What the list of a case's mails says of one.</summary>
/// <param name="Key">The same for the same mail, whatever becomes of it.</param>
/// <param name="Subject">Its subject, or what it is.</param>
/// <param name="Facts">Whose it is or whom it went to, and why it is here.</param>
/// <param name="Mark">What became of it; null for nothing.</param>
public sealed record CaseMailWords(
    string Key, string Subject, IReadOnlyList<string> Facts, (MarkKind Kind, string Text)? Mark = null)
{
    /// <summary>The words of one.</summary>
    public static CaseMailWords Of(CaseMailItem item) => item switch
    {
        CaseMailItem.Received received => Of(received.One),
        CaseMailItem.Known known => Of(known.Message),
        CaseMailItem.Sent sent => Of(sent),
        _ => throw new InvalidOperationException("CaseMailItem is closed."),
    };

    private static CaseMailWords Of(ReceivedMail one) => new(
        $"{one.Mail.Message}",
        Subjected(one.Mail.Subject),
        [
            BounceText.MailFrom.With(BounceWords.Sender(one.Mail)),
            one.By.Role is Role.Machine
                ? BounceWords.Of(one.Mail.Tie)
                : $"{BounceWords.Of(one.Mail.Tie)}, {BounceText.MailAddedBy.With(one.By.Name)}",
        ],
        one.Mail.Notice is { } notice
            ? (Look(one.Mail), $"{Begun(BounceWords.Of(notice.End))}. {BounceWords.Why(notice)}")
            : null);

    private static CaseMailWords Of(StoredMessage message) => new(
        $"{message.Id}",
        StepWords.Of(message.Kind),
        [
            message.State is MessageState.BecameCase ? BounceText.MailBegan : BounceWords.Of(MailTie.Added),
            .. message.DecidedBy is { } by ? new[] { BounceText.MailAddedBy.With(by) } : [],
        ]);

    private static CaseMailWords Of(CaseMailItem.Sent sent) => new(
        $"{sent.Effect.Key}",
        Subjected(sent.Reply?.Text.Subject ?? ""),
        [.. sent.Reply is { To: var to } ? new[] { BounceText.MailTo.With(to) } : [], BounceText.MailOurs],
        sent.Effect.Status switch
        {
            EffectStatus.Done => (MarkKind.Done, BounceText.MailSent),
            EffectStatus.DoneByHand => (MarkKind.Done, BounceText.MailByHand),
            EffectStatus.Returned => (MarkKind.Problem, Begun(BounceWords.Of(DeliveryEnd.Failed))),
            _ => (MarkKind.Unknown, BounceText.MailMaybe),
        });

    // Where it begins a line.
    private static string Begun(string words) => $"{char.ToUpper(words[0], CultureInfo.CurrentCulture)}{words[1..]}";

    private static string Subjected(string subject) => subject.Length > 0 ? subject : BounceText.MailNoSubject;

    private static MarkKind Look(CaseMail mail) => mail.SaysNotDelivered ? MarkKind.Problem
        : mail.Notice?.End is DeliveryEnd.Delivered ? MarkKind.Done : MarkKind.Waiting;
}
