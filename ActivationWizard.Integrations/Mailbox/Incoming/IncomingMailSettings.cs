using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>Section <c>Mailbox:Requests</c> of the settings.</summary>
public static class IncomingMailSettings
{
    private const string Name = $"{MailboxOptions.Section}:Requests";
    private const int MostAddresses = 20;

    private static readonly SettingKind<IReadOnlyList<EmailAddress>> Addresses = new(
        "e-mail addresses, separated by commas", "e-mail addresses, at most 20, separated by commas", TryAddresses)
    {
        Write = addresses => string.Join(", ", addresses),
    };

    private static readonly Setting<bool> Switched = new($"{Name}:Read", Kinds.Switch, false)
    {
        Meaning = "Whether the mail that comes in is read: the form's mails become cases, the others are listed for people. "
            + "Everything that lies in `Folder` when this is switched on is read as well.",
    };

    private static readonly Setting<string> Folder = new($"{Name}:Folder", TemplateKeys.FolderPath, "INBOX")
    {
        Meaning = "The folder of the mailbox in which requests come in.",
    };

    private static readonly Setting<string> InProgress = new(
        $"{Name}:InProgressFolder", TemplateKeys.FolderPath, "Aanvragen/In behandeling")
    {
        Meaning = "Where the messages of open cases are put; it is made where it is not there.",
    };

    private static readonly Setting<string> Done = new($"{Name}:DoneFolder", TemplateKeys.FolderPath, "Aanvragen/Klaar")
    {
        Meaning = "Where messages are put when their case is finished, or when they are no request. Nothing is ever deleted.",
    };

    private static readonly Setting<TimeSpan> Interval = new(
        $"{Name}:IntervalSeconds", Kinds.WholeSeconds(5, 3600), TimeSpan.FromMinutes(1))
    {
        Meaning = "How often the folder is listed, besides whenever the mail server says that something came.",
    };

    private static readonly Setting<IReadOnlyList<EmailAddress>> OwnAddresses = new($"{Name}:OwnAddresses", Addresses, [])
    {
        Meaning = "Addresses of ours beside `Mailbox:From`: what comes from them is skipped, and a reply to a mail that was sent "
            + "from one is known by its domain.",
    };

    private static readonly Setting<IReadOnlyList<EmailAddress>> FormSenders = new($"{Name}:FormSenders", Addresses, [])
    {
        Meaning = "The addresses that the website's form mails from. What comes from one of them with `FormSubject` is read as a "
            + "request; a sender is easily forged, so let the mail server refuse what only says that it is from there.",
        RequiredWhen = new($"along with `{Name}:FormSubject`", read => read.IsSet(FormSubject!)),
    };

    private static readonly Setting<string> FormSubject = new($"{Name}:FormSubject", Kinds.Text, "")
    {
        Meaning = "What the subject of the form's mail begins with, in any letter case.",
        RequiredWhen = new($"along with `{Name}:FormSenders`", read => read.IsSet(FormSenders)),
    };

    private static readonly Setting<int> SpamLevel = new($"{Name}:SpamLevel", Kinds.Whole(1, 9), 5)
    {
        Meaning = "From which spam confidence level of Exchange (SCL) a mail is skipped as spam. `X-Spam-Flag` always counts.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Name,
        "The mails that come in to the Wonen mailbox, and how they are told apart.",
        [Switched, Folder, InProgress, Done, Interval, OwnAddresses, FormSenders, FormSubject, SpamLevel])
    {
        Rules =
        [
            new(Switched, "may be true over Graph, or with Mailbox:ImapHost",
                read => !read.Of(Switched) || read.IsSet(MailboxKeys.ImapHost)
                    || MailboxKeys.ModeIn(read) is MailboxMode.Graph or MailboxMode.Sandbox,
                MailboxKeys.ImapHost),
            new(Folder, "must be another folder than InProgressFolder and DoneFolder, and those two than each other",
                read => new[] { read.Of(Folder), read.Of(InProgress), read.Of(Done) }
                    .Distinct(StringComparer.OrdinalIgnoreCase).Count() is 3,
                InProgress, Done),
        ],
    };

    /// <summary>Reads the section.</summary>
    internal static IncomingMailOptions Read(SettingsReader read) => new()
    {
        Own = [.. new[] { MailWriting.SenderOf(read.Of(MailboxKeys.From)) }.Concat(read.Of(OwnAddresses)).Distinct()],
        FormSenders = read.Of(FormSenders),
        FormSubject = read.Of(FormSubject),
        SpamLevel = read.Of(SpamLevel),
        IsRead = read.Of(Switched),
        Folder = MailFolderPath.Parse(read.Of(Folder)),
        InProgress = MailFolderPath.Parse(read.Of(InProgress)),
        Done = MailFolderPath.Parse(read.Of(Done)),
        Interval = read.Of(Interval),
    };

    private static bool TryAddresses(string text, out IReadOnlyList<EmailAddress> value)
    {
        var read = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(one => EmailAddress.TryParse(one, out var address) ? address : null)
            .ToList();
        value = [.. read.OfType<EmailAddress>()];
        return read.Count is > 0 and <= MostAddresses && value.Count == read.Count;
    }
}
