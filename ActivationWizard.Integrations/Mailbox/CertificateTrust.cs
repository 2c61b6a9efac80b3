using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Which certificates of a mail server are believed, besides those the machine believes.</summary>
internal static class CertificateTrust
{
    /// <summary>The authorities in a PEM file; throws when it is not one.</summary>
    public static X509Certificate2Collection Read(string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities;
    }

    /// <summary>Believes what these authorities signed, for the name it was signed for; null leaves it to the machine.</summary>
    public static RemoteCertificateValidationCallback? In(string file)
    {
        if (file.Length is 0)
            return null;
        var authorities = Read(file);
        return (_, certificate, chain, errors) =>
            errors is SslPolicyErrors.None
            || (errors is SslPolicyErrors.RemoteCertificateChainErrors
                && certificate is X509Certificate2 server
                && IsSigned(server, chain, authorities));
    }

    private static bool IsSigned(X509Certificate2 server, X509Chain? offered, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        // An authority of the installation's own publishes no list of what it took back.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (offered is not null)
            chain.ChainPolicy.ExtraStore.AddRange(offered.ChainPolicy.ExtraStore);
        return chain.Build(server);
    }
}
