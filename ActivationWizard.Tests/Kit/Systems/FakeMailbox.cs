using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>The Wonen mailbox in memory.</summary>
internal sealed class FakeMailbox(Calls calls) : IMailbox
{
    public List<OutgoingMail> Sent { get; } = [];

    /// <summary>The templates that are missing.</summary>
    public HashSet<TemplateChoice> Missing { get; } = [];

    /// <summary>The server gives each mail a Message-ID of its own: none is found by ours.</summary>
    public bool RewritesMessageIds { get; set; }

    /// <summary>Where the templates are, as in <see cref="IMailbox"/>.</summary>
    public string? TemplateFolder { get; set; }

    public Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation) =>
        calls.Read("compose", FilledReply? () => Missing.Contains(choice)
            ? null
            : new FilledReply(new MailText(
                "Uw aanvraag", $"Beste {filling.Name}, {(choice.Neutral ? "neutraal" : choice.Ground)} {choice.Language}")));

    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation) => calls.Change(
        "reply", () =>
    {
        Sent.Add(mail);
        calls.Ledger.Add(new("reply", mail.Reference, mail.To.ToString()));
        return new EffectOutcome<NoResult>.Done(NoResult.Value);
    });

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, CancellationToken cancellation) =>
        calls.Read("find-mail", () => Sent.Where(one => !RewritesMessageIds && one.Reference == reference)
            .Select(one => one.To.Equals(recipient) ? ReferenceMatch.Ours : ReferenceMatch.OfAnother).ToList().Together());
}
