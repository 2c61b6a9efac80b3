using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Settings;

// Where something is, or somebody.
public static partial class Kinds
{
    /// <summary>An address that a secret can be sent to.</summary>
    public static SettingKind<Uri?> Address { get; } = new(
        "address", "https, without query or user (http on this machine only)", (string text, out Uri? value) =>
            Uri.TryCreate(text.Trim(), UriKind.Absolute, out value)
            && value is { Query: "", Fragment: "", UserInfo: "" }
            && (value.Scheme == Uri.UriSchemeHttps || (value.Scheme == Uri.UriSchemeHttp && value.IsLoopback)))
    {
        Write = value => value?.AbsoluteUri ?? "",
    };

    /// <summary>What an address of a page about a tenant is filled in with: Viewpoint's id, and the relatienummer.</summary>
    public static IReadOnlyList<string> PagePlaces { get; } = ["{party}", "{code}"];

    /// <summary>An address of a page about one tenant, with one of <see cref="PagePlaces"/> in it; empty for no page.</summary>
    public static SettingKind<string> TenantPage { get; } = new(
        "address with a placeholder", "an https address with {party} or {code} in it (http on this machine only)",
        (string text, out string value) =>
        {
            value = text.Trim();
            var filled = PagePlaces.Aggregate(value, (address, place) => address.Replace(place, "1", StringComparison.Ordinal));
            return filled != value && IsLine(value) && !filled.Contains('{', StringComparison.Ordinal)
                && Uri.TryCreate(filled, UriKind.Absolute, out var address) && address.UserInfo.Length is 0
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        });

    /// <summary>An e-mail address.</summary>
    public static SettingKind<string> Email { get; } = new(
        "e-mail address", "an e-mail address", (string text, out string value) =>
        {
            value = text.Trim();
            return EmailAddress.TryParse(value, out _);
        });

    /// <summary>The name or number of a server.</summary>
    public static SettingKind<string> Host { get; } = new(
        "name of a server", "the name of a server", (string text, out string value) =>
        {
            value = text.Trim();
            return Uri.CheckHostName(value) is not UriHostNameType.Unknown;
        });
}
