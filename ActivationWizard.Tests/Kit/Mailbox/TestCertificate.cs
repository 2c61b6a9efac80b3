using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>A certificate that no machine believes by itself.</summary>
internal static class TestCertificate
{
    /// <summary>Signed by itself, for one name.</summary>
    public static X509Certificate2 For(string name) => For(name, FixedTime.Start.AddYears(100));

    /// <summary>The same, over at <paramref name="end"/>.</summary>
    public static X509Certificate2 For(string name, DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        // TLS reads the machine's clock, not the test's.
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, end);
    }
}
