using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// The certificates of a world whose systems are spoken to over TLS: one authority that the app trusts, and what it made.
/// </summary>
internal sealed class Certificates : IDisposable
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly X509Certificate2 _authority = Authority("Tests");

    public Certificates()
    {
        using var other = Authority("Nobody");
        Good = Of("localhost", _authority, -1);
        Untrusted = Of("localhost", other, -1);
        OtherName = Of("elders.example", _authority, -1);
        Expired = Of("localhost", _authority, -100);
    }

    /// <summary>What the app trusts, as the file that OpenSSL reads.</summary>
    public string Trusted => _authority.ExportCertificatePem();

    public X509Certificate2 Good { get; }

    public X509Certificate2 Untrusted { get; }

    public X509Certificate2 OtherName { get; }

    public X509Certificate2 Expired { get; }

    public void Dispose()
    {
        foreach (var one in (X509Certificate2[])[_authority, Good, Untrusted, OtherName, Expired])
            one.Dispose();
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now - Year, now + Year);
    }

    // Valid for a month, from so many days after today.
    private static X509Certificate2 Of(string name, X509Certificate2 authority, int from)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var begins = TimeProvider.System.GetUtcNow().AddDays(from);
        using var made = request.Create(authority, begins, begins.AddDays(30), RandomNumberGenerator.GetBytes(8));
        return made.CopyWithPrivateKey(key);
    }
}
