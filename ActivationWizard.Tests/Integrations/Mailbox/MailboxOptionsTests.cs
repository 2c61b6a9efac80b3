using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>A setting that is wrong is named, and what it holds is not printed.</summary>
public sealed class MailboxOptionsTests
{
    private const string Secret = "S3cret-waarde";

    [Theory]
    [InlineData("Mode", Secret)]
    [InlineData("Mode", "7")]
    [InlineData("From", Secret)]
    [InlineData("FromName", "Wonen\r\nBcc: " + Secret)]
    [InlineData("TemplateFolder", Secret)]
    [InlineData("SmtpHost", "mail server " + Secret)]
    [InlineData("SmtpPort", Secret)]
    [InlineData("SmtpPort", "70000")]
    [InlineData("ImapHost", "mail server " + Secret)]
    [InlineData("ImapPort", "0")]
    [InlineData("Security", Secret)]
    [InlineData("Security", "None")]
    [InlineData("ImapSecurity", "None")]
    [InlineData("Timeout", Secret)]
    [InlineData("Timeout", "00:00:00.1")]
    [InlineData("UserName", Secret, "UserName")]
    [InlineData("Password", Secret, "UserName")]
    [InlineData("OAuth:ClientId", Secret, "UserName")]
    [InlineData("OAuth:ClientId", Secret, "OAuth:TokenAddress")]
    [InlineData("OAuth:ClientId", Secret, "OAuth:ClientSecret")]
    [InlineData("OAuth:TokenAddress", "http://" + Secret + ".example/", "OAuth:TokenAddress")]
    [InlineData("OAuth:TokenAddress", "https://" + Secret + ".example/", "OAuth:ClientId")]
    [InlineData("CertificateAuthority", Secret)]
    [InlineData("SmptHost", Secret)]
    [InlineData("OAuth:ClientNaam", Secret)]
    public void Validate_WrongValue_NamesTheKeyAndNotTheValue(string key, string value, string? named = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["SmtpHost"] = "mail.thuis.example",
            ["ImapHost"] = "mail.thuis.example",
            ["From"] = "wonen@thuis.example",
            [key] = value,
        };

        var refusal = Assert.Throws<OptionsValidationException>(
            () => new MailboxBench([.. settings.Select(one => (one.Key, one.Value))]));

        Assert.Contains($"Mailbox:{named ?? key} ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Validate_SmtpWithoutFrom_NamesFrom()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => new MailboxBench(("SmtpHost", "mail.thuis.example")));

        Assert.Contains("Mailbox:From ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Security", "StartTls")]
    [InlineData("Security", "tls")]
    [InlineData("Timeout", "00:02:00")]
    [InlineData("SmtpPort", "2525")]
    public void Validate_RightValue_IsTaken(string key, string value)
    {
        using var bench = new MailboxBench(("SmtpHost", "mail.thuis.example"), ("From", "wonen@thuis.example"), (key, value));

        Assert.NotNull(bench.Mailbox);
    }
}
