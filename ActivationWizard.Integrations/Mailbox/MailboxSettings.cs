using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Reads the section as it was written. A value that cannot be read is named by its key; the binder's own message prints it.</summary>
internal static class MailboxSettings
{
    public static void Read(IConfiguration section, MailboxOptions options)
    {
        var failures = Unknown(section, typeof(MailboxOptions)).Concat(Unreadable(section)).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(MailboxOptions.Section, typeof(MailboxOptions), failures);
        section.Bind(options);
    }

    // A key that is spelt wrong would leave its default standing, and send mail to a file that was meant for a tenant.
    private static IEnumerable<string> Unknown(IConfiguration section, Type type) =>
        from child in section.GetChildren()
        where !type.GetProperties().Any(one => one.CanWrite && one.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
        select $"{MailboxOptions.Section}:{child.Key} is not a setting.";

    private static IEnumerable<string> Unreadable(IConfiguration section) =>
        from property in typeof(MailboxOptions).GetProperties()
        let text = section[property.Name]
        where !string.IsNullOrEmpty(text) && property.CanWrite && property.PropertyType != typeof(string)
        where !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text)
        select $"{MailboxOptions.Section}:{property.Name} cannot be read.";
}
