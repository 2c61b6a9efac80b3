using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Reads the section. A value that cannot be read is named by its key; the binder's own message prints it.</summary>
internal static class MailboxSettings
{
    private const string OAuth = nameof(MailboxOptions.OAuth);

    public static void Read(IConfiguration section, MailboxOptions options)
    {
        var failures = Unknown<MailboxOptions>(section, "")
            .Concat(Unknown<MailboxOAuthOptions>(section.GetSection(OAuth), $"{OAuth}:"))
            .Concat(Unreadable(section)).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(MailboxOptions.Section, typeof(MailboxOptions), failures);
        section.Bind(options);
    }

    // A key that is spelt wrong would leave its default standing, and send mail to a file that was meant for a tenant.
    private static IEnumerable<string> Unknown<TOptions>(IConfiguration section, string path) =>
        from child in section.GetChildren()
        where !typeof(TOptions).GetProperties()
            .Any(one => one.CanWrite && one.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
            && !child.Path.Equals($"{MailboxOptions.Section}:{RecoveryReading.Section}", StringComparison.OrdinalIgnoreCase)
        select $"{MailboxOptions.Section}:{path}{child.Key} is not a setting.";

    private static IEnumerable<string> Unreadable(IConfiguration section) =>
        from property in typeof(MailboxOptions).GetProperties()
        let text = section[property.Name]
        where text is not null && property.CanWrite && property.PropertyType != typeof(string)
        where !CanRead(text, property.PropertyType)
        select $"{MailboxOptions.Section}:{property.Name} cannot be read.";

    private static bool CanRead(string text, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }
}
