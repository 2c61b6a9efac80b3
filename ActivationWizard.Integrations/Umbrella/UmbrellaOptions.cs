using System.Text.RegularExpressions;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>How Umbrella is reached: section <c>Umbrella</c> of the settings.</summary>
public sealed record UmbrellaOptions : SystemOptions
{
    /// <summary>The name of its section.</summary>
    public const string Section = "Umbrella";

    private static readonly SystemSettings Common = new(Section);

    private static readonly Setting<string> Key = new($"{Section}:ApiKey", Kinds.HeaderText, "")
    {
        Meaning = "The value of the header `X-API-KEY`. Not used in sandbox mode.",
        IsSecret = true,
        RequiredWhen = Common.OverHttp,
    };

    private static readonly SettingKind<string> Pattern = new(
        "regular expression",
        "a regular expression, without look-around or back-references, that matches neither nothing, nor a space, nor 100 "
            + "characters",
        (string text, out string value) =>
        {
            value = text;
            return IsPattern(text);
        });

    // In characters; no code is as long.
    private const int TooLong = 100;

    private static readonly Setting<string> Code = new($"{Section}:CodePattern", Pattern, "^[A-Z0-9-]{8,20}$")
    {
        Meaning = "What a whole activation code looks like; without look-around or back-references. One that matches nothing at "
            + "all, a space, or 100 times the same character says nothing about a code, and is refused.",
    };

    private static readonly Setting<string> Page = new($"{Section}:TenantPage", Kinds.TenantPage, "")
    {
        Meaning = "The address of a tenant's page in the portal's own screens, for a link on the page of a request. `{party}` "
            + "stands for Viewpoint's id and `{code}` for the relatienummer. Not set, there is no link.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "The portal's accounts and activation codes.", [.. Common.All, Key, Code, Page, .. RecoverySettings.Of(Section)])
    {
        Rules = Common.Rules,
    };

    /// <summary>The value of <c>X-API-KEY</c>; a secret. Null when it was not set.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What a code looks like; no look-around, no back-references.</summary>
    public string CodePattern { get; init; } = Code.Standard;

    /// <summary>The pattern of a tenant's page in the system's own screens; empty for none.</summary>
    public string TenantPage { get; init; } = "";

    internal Regex CodeRegex => RegexOf(CodePattern);

    /// <summary>Reads the section.</summary>
    public static UmbrellaOptions Read(SettingsReader read) =>
        Common.Fill(
            read, new UmbrellaOptions { ApiKey = read.TextOf(Key), CodePattern = read.Of(Code), TenantPage = read.Of(Page) });

    // The whole text has to match, a last line end included; and matching takes no longer than reading.
    private static Regex RegexOf(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static bool IsPattern(string text)
    {
        try
        {
            var pattern = RegexOf(text);
            return !pattern.IsMatch("")
                && !pattern.IsMatch(" ")
                && !Enumerable.Range(' ', '~' - ' ' + 1).Any(one => pattern.IsMatch(new string((char)one, TooLong)));
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
