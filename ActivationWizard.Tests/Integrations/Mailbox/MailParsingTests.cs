using System.Reflection;
using System.Text.Json;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>
/// Whatever an address, a template or a name is, a mail is made of it or none is: never an exception, and no second recipient. A
/// failure prints the seed it can be had again with.
/// </summary>
public sealed class MailParsingTests
{
    // They are the adapter's own, and a million of them through files and servers would take days.
    private static readonly MethodInfo TryAddress = MethodOf("MailWriting", "TryAddress");
    private static readonly MethodInfo Line = MethodOf("PlainText", "Line");
    private static readonly MethodInfo Template = MethodOf("MailTemplate", "Read");
    private static readonly object Dutch = Template.GetParameters()[1].ParameterType
        .GetField("Dutch", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private static readonly Gen<string> Addresses = Gen.OneOf(
        PastedTexts.Any, Gen.Select(PastedTexts.Any, PastedTexts.Any, (local, domain) => $"{local}@{domain}.example"));

    [Fact]
    public void Mail_AnyText_IsReadOrRefused() => Check(PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand texts show a fault that a million would.")]
    public void Mail_AMillionTexts_AreReadOrRefused() => Check(PastedTexts.EveryNight);

    private static void Check(int texts)
    {
        Addresses.Sample(IsOneRecipientOrNone, iter: texts);
        PastedTexts.Any.Sample(IsOneLine, iter: texts);
        Gen.Select(Gen.OneOf("", "Onderwerp: Aanvraag\n", "Onderwerp: "), PastedTexts.Any, (head, text) => head + text)
            .Sample(IsTemplateOrFault, iter: texts);
    }

    private static bool IsOneRecipientOrNone(string text)
    {
        if (AddressOf(text) is not { } address)
            return true;
        object?[] given = [address, null];
        return TryAddress.Invoke(null, given) is false
            || (given[1] is MailboxAddress mailbox && mailbox.GetAddress(idnEncode: true) == address.ToString()
                && !mailbox.Address.Any(char.IsWhiteSpace));
    }

    // As a journal keeps it, which is more than is taken in today.
    private static EmailAddress? AddressOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<EmailAddress>(JsonSerializer.Serialize(EmailAddress.Trimmed(text)));
        }
        catch (JsonException)
        {
            Assert.False(EmailAddress.TryParse(text, out _));
            return null;
        }
    }

    private static bool IsOneLine(string text) => Line.Invoke(null, [text]) is string line
        && !line.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029') && line == line.Trim();

    private static bool IsTemplateOrFault(string text)
    {
        object?[] given = [text, Dutch, "", null];
        return (Template.Invoke(null, given) is null) == (given[3] is not null);
    }

    private static MethodInfo MethodOf(string type, string method) =>
        Product.Integrations.GetType($"ActivationWizard.Integrations.Mailbox.{type}")!.GetMethod(method)!;
}
