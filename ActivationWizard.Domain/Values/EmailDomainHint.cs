namespace ActivationWizard.Domain.Values;

/// <summary>
/// Whether the domain of an address looks like a typing error of one that many people have. A hint for a person: nothing is ever
/// corrected.
/// </summary>
public static class EmailDomainHint
{
    private static readonly string[] Known =
    [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com", "msn.com",
        "icloud.com", "me.com", "yahoo.com", "yahoo.nl", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl",
        "home.nl", "casema.nl", "chello.nl", "upcmail.nl", "quicknet.nl", "telfort.nl", "tele2.nl", "xs4all.nl", "zonnet.nl",
        "solcon.nl", "caiway.nl", "online.nl", "tiscali.nl", "proton.me", "protonmail.com",
    ];

    // Short domains of others are a letter away from each other: me.com, mc.com.
    private const int Shortest = 7;

    /// <summary>The domain that was probably meant; null when there is nothing to say.</summary>
    public static string? For(EmailAddress? address) =>
        address is null || Known.Contains(address.Domain, StringComparer.OrdinalIgnoreCase)
            ? null
            : Near(address.Domain.ToLowerInvariant());

    private static string? Near(string domain) => domain.Length < Shortest ? null
        : Known.FirstOrDefault(known => known.Length >= Shortest
            && (EditDistance.IsWithin(domain, known, 1) || IsSwapped(domain, known)));

    // Two letters that stand next to each other, exchanged: gmial.com.
    private static bool IsSwapped(string one, string other)
    {
        if (one.Length != other.Length)
            return false;
        var differs = Enumerable.Range(0, one.Length).Where(at => one[at] != other[at]).ToList();
        return differs is [var first, var second] && second == first + 1
            && one[first] == other[second] && one[second] == other[first];
    }
}
