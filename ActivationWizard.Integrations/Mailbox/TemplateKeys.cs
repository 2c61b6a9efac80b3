using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The settings of the standard replies: <c>Mailbox:Templates</c>.</summary>
internal static class TemplateKeys
{
    private const string Name = $"{MailboxOptions.Section}:Templates";

    /// <summary>A folder of the mailbox, as its path is written.</summary>
    public static readonly SettingKind<string> FolderPath = new(
        "text", "names of mail folders with / between them", (string text, out string value) =>
        {
            var isPath = MailFolderPath.TryParse(text, out var path);
            value = path?.ToString() ?? "";
            return isPath;
        });

    public static readonly Setting<TemplateSource> Source = new(
        $"{Name}:Source", Kinds.Choice<TemplateSource>(), TemplateSource.Folder)
    {
        Meaning = "Where the standard replies come from: files in `Mailbox:TemplateFolder`, or messages in the mailbox, of which "
            + "a system manager chooses on the page Mailsjablonen.",
    };

    public static readonly Setting<string> Folder = new($"{Name}:Folder", FolderPath, "Mailsjablonen")
    {
        Meaning = "The folder of the mailbox with the standard replies, looked for beside the inbox and below it. Each message "
            + "is one, also a draft; the newest of one subject counts.",
    };

    public static readonly Setting<TimeSpan> Interval = new(
        $"{Name}:IntervalSeconds", Kinds.WholeSeconds(10, 3600), TimeSpan.FromMinutes(5))
    {
        Meaning = "How often that folder is read, besides whenever the mail server says that something changed in it.",
    };

    public static readonly IReadOnlyList<Setting> All = [Source, Folder, Interval];
}
