using System.Reflection;
using System.Runtime.CompilerServices;
using ActivationWizard.Integrations.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>How mails are written.</summary>
public sealed class MailWritingTests
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    // An address tells every list it stands in when it changes, so that whoever keeps one keeps each mail that it was used in.
    [Fact]
    public void Mailbox_NoType_KeepsAnAddressOfAMail()
    {
        var kept = typeof(MailboxOptions).Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(OwnFields))
            .Where(field => typeof(InternetAddress).IsAssignableFrom(field.FieldType));

        Assert.Empty(kept);
    }
}
