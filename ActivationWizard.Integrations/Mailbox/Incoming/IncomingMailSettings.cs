using ActivationWizard.Domain.Values;
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
        "How the mails that come in to the Wonen mailbox are told apart.",
        [OwnAddresses, FormSenders, FormSubject, SpamLevel]);

    /// <summary>Reads the section.</summary>
    internal static IncomingMailOptions Read(SettingsReader read) => new()
    {
        Own = [.. new[] { MailWriting.SenderOf(read.Of(MailboxKeys.From)) }.Concat(read.Of(OwnAddresses)).Distinct()],
        FormSenders = read.Of(FormSenders),
        FormSubject = read.Of(FormSubject),
        SpamLevel = read.Of(SpamLevel),
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
