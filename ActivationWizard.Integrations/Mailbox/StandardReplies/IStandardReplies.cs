using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>Where the standard replies come from.</summary>
public interface IStandardReplies
{
    /// <summary>The folder of the mailbox that they are in; null for files.</summary>
    string? MailFolder { get; }

    /// <summary>The reply; null when there is no template for it, no answer when that cannot be used.</summary>
    Task<Reply<FilledReply?>> ComposeAsync(TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation);

    /// <summary>Every standard reply as it would be made now.</summary>
    Task<IReadOnlyList<ReplyInUse>> InUseAsync(CancellationToken cancellation);
}

/// <summary>A standard reply as it would be made now.</summary>
/// <param name="Name">What its template is called: a path in the folder of files, or the name of the reply.</param>
/// <param name="Template">Null when there is none that can be read.</param>
/// <param name="Preview">How it would look; null without a template.</param>
/// <param name="Fault">What keeps it from being made; null for nothing.</param>
public sealed record ReplyInUse(
    ReplySlot Slot, string Name, FoundTemplate? Template, TemplatePreview? Preview, TemplateFault? Fault);

/// <summary>What is wrong among the standard replies.</summary>
public static class BrokenReplies
{
    /// <summary>Every one that cannot be made, with what is wrong with its template.</summary>
    public static async Task<IReadOnlyList<BrokenTemplate>> BrokenAsync(
        this IStandardReplies replies, CancellationToken cancellation) =>
    [
        .. from one in await replies.InUseAsync(cancellation)
           where one.Fault is not null
           select new BrokenTemplate(one.Name, one.Fault!.Value),
    ];
}
