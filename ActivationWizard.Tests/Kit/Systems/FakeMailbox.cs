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

    /// <summary>Mails leave from drafts, which stand here until they are sent: their ids, and their effects.</summary>
    public Dictionary<string, EffectKey> Drafts { get; } = [];

    /// <summary>Whether they do.</summary>
    public bool UsesDrafts { get; set; }

    public Task<EffectOutcome<string?>> DraftAsync(OutgoingMail mail, CancellationToken cancellation) => !UsesDrafts
        ? Task.FromResult<EffectOutcome<string?>>(new EffectOutcome<string?>.Done(null))
        : calls.Change("draft", () =>
        {
            var id = Drafts.FirstOrDefault(one => one.Value == mail.Reference).Key ?? $"draft-{Drafts.Count + Sent.Count + 1}";
            Drafts[id] = mail.Reference;
            return (EffectOutcome<string?>)new EffectOutcome<string?>.Done(id);
        });

    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation) => calls.Change(
        "reply", () =>
    {
        if (UsesDrafts && !Drafts.Remove(mail.Draft!))
            return new EffectOutcome<NoResult>.Unknown(FailureReason.Nonsense);
        Sent.Add(mail);
        calls.Ledger.Add(new("reply", mail.Reference, mail.To.ToString()));
        return (EffectOutcome<NoResult>)new EffectOutcome<NoResult>.Done(NoResult.Value);
    });

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, string? draft, CancellationToken cancellation) =>
        calls.Read("find-mail", () => Sent.Where(one => !RewritesMessageIds && one.Reference == reference)
            .Select(one => one.To.Equals(recipient) ? ReferenceMatch.Ours : ReferenceMatch.OfAnother).ToList().Together());
}
