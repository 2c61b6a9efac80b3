using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The certificate of a server that does TLS itself: <c>Kestrel:Certificates:Default</c>, the framework's section.
/// </summary>
public static class ServerCertificate
{
    private const string Section = "Kestrel:Certificates:Default";

    /// <summary>Where its file is named.</summary>
    public const string PathKey = $"{Section}:Path";

    /// <summary>True where an address is https in Production and nothing says by which certificate.</summary>
    public static bool IsMissing(SettingsReader read) =>
        read.IsDemo is false && HasHttps(read.Configuration)
        && string.IsNullOrWhiteSpace(read.Configuration[PathKey])
        && string.IsNullOrWhiteSpace(read.Configuration[$"{Section}:Subject"]);

    /// <summary>False for a file that holds none, and for one that is over.</summary>
    public static bool IsUsable(SettingsReader read) =>
        !HasHttps(read.Configuration) || string.IsNullOrWhiteSpace(read.Configuration[PathKey])
        || EndOf(read.Configuration, read.Root) > TimeProvider.System.GetUtcNow();

    /// <summary>When it is over; null where no file is set, or it cannot be read.</summary>
    public static DateTimeOffset? EndOf(IConfiguration configuration, string root)
    {
        return configuration[PathKey] is { Length: > 0 } path
            ? EndOf(Path.GetFullPath(path, root), configuration[$"{Section}:Password"]) : null;
    }

    /// <summary>When the certificate in this file is over, PEM or PFX; null when it cannot be read.</summary>
    public static DateTimeOffset? EndOf(string path, string? password = null)
    {
        try
        {
            using var certificate = Load(path, password);
            return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(certificate.NotAfter), TimeSpan.Zero);
        }
        catch (Exception cause) when (cause is CryptographicException || BoundedFile.Explains(cause))
        {
            return null;
        }
    }

    private static X509Certificate2 Load(string path, string? password) =>
        X509Certificate2.GetCertContentType(path) is X509ContentType.Pfx
            ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
            : X509CertificateLoader.LoadCertificateFromFile(path);

    private static bool HasHttps(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Contains("https://", StringComparison.OrdinalIgnoreCase);
}
