using System.Diagnostics.CodeAnalysis;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// A folder of the mailbox, its names parted by <c>/</c> whatever the server parts them by. It is looked for beside the inbox
/// and below it: servers differ in where they put the folders that people make.
/// </summary>
public sealed record MailFolderPath
{
    private const string InboxName = "INBOX";
    private const int LongestPath = 500;
    private readonly string _text;

    private MailFolderPath(string text) => _text = text;

    /// <summary>The inbox, which every mailbox has.</summary>
    public static MailFolderPath Inbox { get; } = new(InboxName);

    /// <summary>The names from the outermost folder inwards, without that of the inbox; none for the inbox itself.</summary>
    public IReadOnlyList<string> Names => IsBelowInbox ? _text.Split('/')[1..] : _text.Split('/');

    /// <summary>True for the inbox and for what is written as below it: that is looked for there alone.</summary>
    public bool IsBelowInbox => _text.Split('/')[0] is InboxName;

    /// <summary>
    /// Reads a path such as <c>Aanvragen/In behandeling</c>. False for one without a name, of more than 500 characters, or with a
    /// control character. <c>INBOX</c> counts in any letter case.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailFolderPath? path)
    {
        path = null;
        if (text is null or { Length: > LongestPath } || text.Any(char.IsControl))
            return false;
        var names = text.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0)
            return false;
        if (names[0].Equals(InboxName, StringComparison.OrdinalIgnoreCase))
            names[0] = InboxName;
        path = new MailFolderPath(string.Join('/', names));
        return true;
    }

    /// <summary>The same for a path that is known to be one; throws <see cref="FormatException"/> when it is not.</summary>
    public static MailFolderPath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException("That is no path of a mail folder.");

    /// <summary>As it is written in settings.</summary>
    public override string ToString() => _text;
}
