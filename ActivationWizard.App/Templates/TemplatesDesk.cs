using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Templates;

/// <summary>One standard reply, and the template that is used for it.</summary>
/// <param name="InUse">How it would be made now.</param>
/// <param name="Chosen">Who chose what for it; null when nobody did, and for a file.</param>
/// <param name="Proposed">
/// One that seems to be for it by its subject, while nothing was chosen; null when none or several do.
/// </param>
public sealed record SlotReport(ReplyInUse InUse, ChosenTemplate? Chosen, FoundTemplate? Proposed);

/// <summary>The Mailsjablonen as they are known now.</summary>
/// <param name="Folder">Their folder in the mailbox; null where they are files.</param>
/// <param name="Kept">What was last read; null before the first time, and for files.</param>
/// <param name="Slots">Every standard reply.</param>
/// <param name="Unused">Those that serve none, each as it would look.</param>
/// <param name="TestAddress">Where a test mail goes; empty where none can be sent.</param>
public sealed record TemplatesReport(
    string? Folder, KeptTemplates? Kept, IReadOnlyList<SlotReport> Slots,
    IReadOnlyList<(FoundTemplate Template, TemplatePreview Preview)> Unused, string TestAddress);

/// <summary>What the page of the Mailsjablonen shows and does.</summary>
public sealed class TemplatesDesk(
    TemplateNotes notes, TemplateWork work, IStandardReplies replies, TestMail test, IOptions<MailboxOptions> options,
    SecurityLog security)
{
    /// <summary>
    /// Everything as it is now. Throws <see cref="UnauthorizedAccessException"/> when the actor may not see it.
    /// </summary>
    public async Task<TemplatesReport> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.ChooseTemplates);
        var inUse = await replies.InUseAsync(cancellation);
        if (replies.MailFolder is not { } folder)
            return new TemplatesReport(null, null, [.. inUse.Select(one => new SlotReport(one, null, null))], [], test.To);

        var kept = await notes.LoadAsync(cancellation);
        var chosen = await notes.ChoicesAsync(cancellation);
        var unused = from template in kept?.Templates ?? []
                     where !inUse.Any(one => one.Template == template)
                     let language = TemplateProposals.Of(template.Subject)?.Language ?? MailLanguage.Dutch
                     select (template, template.PreviewIn(language, options.Value.Telephone));
        return new TemplatesReport(
            folder, kept,
            [.. inUse.Select(one => Report(one, kept, chosen.FirstOrDefault(choice => choice.Slot == one.Slot)))],
            [.. unused], test.To);
    }

    /// <summary>Reads the mailbox now; false when it gave no answer.</summary>
    public Task<bool> RefreshAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.ChooseTemplates);
        return work.ReadAsync(cancellation);
    }

    /// <summary>
    /// From now on the template of this subject is used for this reply; null uses none. It leaves a line of security.
    /// </summary>
    public async Task ChooseAsync(Actor actor, ReplySlot slot, string? subject, CancellationToken cancellation)
    {
        await notes.ChooseAsync(actor, slot, subject, cancellation);
        security.WriteFrom(
            SecurityEvent.Templates, actor.Id, actor.Role, subject is null ? $"none for {slot.Name}" : $"chosen for {slot.Name}",
            null);
    }

    /// <summary>Mails one to the mailbox itself, filled in for nobody; false when the mail server did not take it.</summary>
    public async Task<bool> TestAsync(Actor actor, MailText text, CancellationToken cancellation)
    {
        actor.Demand(Operation.ChooseTemplates);
        var isSent = await test.SendAsync(text, cancellation);
        security.WriteFrom(SecurityEvent.Templates, actor.Id, actor.Role, isSent ? "test mail" : "test mail not sent", null);
        return isSent;
    }

    private static SlotReport Report(ReplyInUse inUse, KeptTemplates? kept, ChosenTemplate? chosen)
    {
        var proposed = chosen is null
            ? kept?.Templates?.Where(one => TemplateProposals.Of(one.Subject) == inUse.Slot).ToList() ?? []
            : [];
        return new SlotReport(inUse, chosen, proposed is [var only] ? only : null);
    }
}
