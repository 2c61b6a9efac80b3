using System.Security.Cryptography;
using System.Text;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>Keys that are the same in every run and look as if they were drawn at random, as keys in settings must.</summary>
internal static class FixedKey
{
    /// <summary>Of an installation's journal, in base64.</summary>
    public static readonly string Master = Named("master");

    /// <summary>Of its fingerprints of codes, in base64.</summary>
    public static readonly string Fingerprint = Named("fingerprint");

    private static string Named(string name) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
