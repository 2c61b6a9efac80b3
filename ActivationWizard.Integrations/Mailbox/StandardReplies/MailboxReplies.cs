using ActivationWizard.Domain.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>
/// The standard replies out of the mailbox: the message that a system manager chose for it, as it was last read. What was read is
/// kept, so that a mailbox that gives no answer stops nobody.
/// </summary>
public sealed partial class MailboxReplies(
    IKeptTemplates kept, IOptions<MailboxOptions> options, ILogger<MailboxReplies> logger) : IStandardReplies
{
    private readonly string _telephone = options.Value.Telephone;

    /// <inheritdoc />
    public string? MailFolder { get; } = options.Value.TemplateMessages;

    /// <inheritdoc />
    public async Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation)
    {
        var slot = ReplySlot.Of(choice);
        if (await kept.LoadAsync(cancellation) is not { } known)
            return new Reply<FilledReply?>.NotAnswered(FailureReason.Unreachable);

        var (template, fault) = await FindAsync(slot, known, cancellation);
        if (fault is null && MailTemplate.Of(
            template!.Subject, template.Body, TemplateWording.Of(slot.Language), _telephone, out fault) is { } usable)
        {
            var version = new TemplateVersion(
                template.Mark, template.WrittenAt, known.Silence is null ? null : known.ReadAt);
            return new Reply<FilledReply?>.Answered(new FilledReply(usable.Fill(filling, _telephone), version));
        }

        LogBroken(slot.Name, fault!.Value);
        return fault is TemplateFault.Missing or TemplateFault.NotChosen
            ? new Reply<FilledReply?>.Answered(null)
            : new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReplyInUse>> InUseAsync(CancellationToken cancellation)
    {
        var known = await kept.LoadAsync(cancellation);
        var all = new List<ReplyInUse>();
        foreach (var slot in ReplySlot.All)
        {
            var (template, fault) = known is null
                ? (null, TemplateFault.NotOpened)
                : await FindAsync(slot, known, cancellation);
            var preview = template?.PreviewIn(slot.Language, _telephone);
            all.Add(new ReplyInUse(slot, slot.Name, template, preview, fault ?? preview?.Fault));
        }

        return all;
    }

    private async Task<(FoundTemplate? Template, TemplateFault? Fault)> FindAsync(
        ReplySlot slot, KeptTemplates known, CancellationToken cancellation)
    {
        if (await kept.ChosenAsync(slot, cancellation) is not { } subject)
            return (null, TemplateFault.NotChosen);
        return known.Called(subject) is { } template ? (template, template.Fault) : (null, TemplateFault.Missing);
    }

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Standard reply {Reply} cannot be made out of the mailbox: {Fault}. The page of the Mailsjablonen says what is wrong")]
    private partial void LogBroken(string reply, TemplateFault fault);
}
