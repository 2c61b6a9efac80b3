using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What of the mailbox an installation uses, and how that does.</summary>
public sealed class MailParts(MailPulse pulse, IOptions<MailboxOptions> options)
{
    private readonly MailboxOptions _options = options.Value;

    /// <summary>Whether it is seen that mails are filed in Sent; null where nobody could look.</summary>
    public bool? IsFilingSeen => pulse.IsFilingSeen;

    /// <summary>Each part that is used; none where people send by hand and nothing is read.</summary>
    public IReadOnlyList<(MailPart Part, PartSigns Signs)> All =>
        [.. Enum.GetValues<MailPart>().Where(IsUsed).Select(part => (part, pulse.Of(part)))];

    private bool IsUsed(MailPart part) => part switch
    {
        MailPart.SignIn => _options.IsOverGraph || _options.UserName.Length > 0,
        MailPart.Inbox => _options.IsRead,
        MailPart.Templates => _options.IsRead && _options.Templates is TemplateSource.Mailbox,
        MailPart.Sending => _options.Mode is not MailboxMode.Manual,
        _ => _options.IsOverGraph || (_options.Mode is MailboxMode.Smtp && (_options.CanBeAsked || _options.FilesSent)),
    };
}
