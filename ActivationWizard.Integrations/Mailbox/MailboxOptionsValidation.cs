using System.Net;
using System.Security.Cryptography;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Names the setting that is wrong, and never prints its value.</summary>
internal sealed class MailboxOptionsValidation : IValidateOptions<MailboxOptions>
{
    public ValidateOptionsResult Validate(string? name, MailboxOptions options)
    {
        var failures = Always(options).Concat(options.ModeInUse is MailboxMode.Smtp ? ForSmtp(options) : [])
            .Select(failure => $"{MailboxOptions.Section}:{failure}").ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Always(MailboxOptions options)
    {
        if (!Enum.IsDefined(options.ModeInUse))
            yield return "Mode must be Smtp, Sandbox or Manual.";
        if (options.From.Length > 0 && !EmailAddress.TryParse(options.From, out _))
            yield return "From must be an e-mail address.";
        if (!PlainText.IsLine(options.FromName))
            yield return "FromName must be one line of text.";
        if (!Directory.Exists(TemplateFolder.PathOf(options)))
            yield return "TemplateFolder must be a folder that exists.";
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(10))
            yield return "Timeout must be between 1 second and 10 minutes.";
    }

    private static IEnumerable<string> ForSmtp(MailboxOptions options) =>
    [
        .. options.From.Length is 0 ? ["From is missing."] : Array.Empty<string>(),
        .. Server("Smtp", "Security", options.SmtpHost, options.SmtpPort, options.Security),
        .. options.ImapHost.Length is 0
            ? [] : Server("Imap", "ImapSecurity", options.ImapHost, options.ImapPort, options.ImapSecurity),
        .. SignIn(options),
        .. options.CertificateAuthority.Length is 0 || IsPem(options.CertificateAuthority)
            ? [] : new[] { "CertificateAuthority must be a PEM file with a certificate." },
    ];

    private static IEnumerable<string> Server(string protocol, string securityKey, string host, int? port, MailSecurity security)
    {
        if (Uri.CheckHostName(host) is UriHostNameType.Unknown)
            yield return $"{protocol}Host must be the name of a server.";
        if (port is < 1 or > 65535)
            yield return $"{protocol}Port must be between 1 and 65535.";
        if (!Enum.IsDefined(security))
            yield return $"{securityKey} must be StartTls, Tls or None.";
        else if (security is MailSecurity.None && !IsThisMachine(host))
            yield return $"{securityKey} may be None for a server on this machine only.";
    }

    private static IEnumerable<string> SignIn(MailboxOptions options)
    {
        var byPassword = options.Password.Length > 0;
        if (byPassword && options.OAuth.IsUsed)
            yield return "Password and OAuth exclude each other.";
        if (options.UserName.Length is 0 == (byPassword || options.OAuth.IsUsed))
            yield return "UserName goes with Password or OAuth, and they with UserName.";
        if (!options.OAuth.IsUsed)
            yield break;

        if (!IsTokenAddress(options.OAuth.TokenAddress))
            yield return "OAuth:TokenAddress must be an https address.";
        if (string.IsNullOrWhiteSpace(options.OAuth.ClientId))
            yield return "OAuth:ClientId is missing.";
        if (string.IsNullOrWhiteSpace(options.OAuth.ClientSecret))
            yield return "OAuth:ClientSecret is missing.";
    }

    private static bool IsTokenAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsPem(string file)
    {
        try
        {
            return CertificateTrust.Read(file).Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
