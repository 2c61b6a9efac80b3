using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Postex;

/// <summary>How Postex is reached: section <c>Postex</c> of the settings.</summary>
public sealed record PostexOptions : SystemOptions
{
    /// <summary>The name of its section.</summary>
    public const string Section = "Postex";

    private static readonly SystemSettings Common = new(Section);

    private static readonly Setting<string> Bearer = new($"{Section}:Token", Kinds.HeaderText, "")
    {
        Meaning = "The bearer token. Not used in sandbox mode.",
        IsSecret = true,
        RequiredWhen = Common.OverHttp,
    };

    private static readonly SettingKind<string> Segment = new(
        "id of a generator", "the id of a generator, fit for an address", (string text, out string value) =>
        {
            value = text.Trim();
            return SystemPath.Of(value).IsSendable && !value.Any(char.IsControl);
        });

    private static readonly Setting<string> Generator = new($"{Section}:GeneratorId", Segment, "")
    {
        Meaning = "The generator that prints template 263, *activatiecode versturen Postex*. Not used in sandbox mode.",
        RequiredWhen = Common.OverHttp,
    };

    private static readonly Setting<string> Page = new($"{Section}:TenantPage", Kinds.TenantPage, "")
    {
        Meaning = "The address of a tenant's page in Postex's own screens, for a link on the page of a request. `{party}` "
            + "stands for Viewpoint's id and `{code}` for the relatienummer. Not set, there is no link.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section,
        "Print and mail: letters with a code.",
        [.. Common.All, Bearer, Generator, Page, .. RecoverySettings.Of(Section)])
    {
        Rules = Common.Rules,
    };

    /// <summary>The bearer token; a secret. Null when it was not set.</summary>
    public string? Token { get; init; }

    /// <summary>The generator that prints template 263, "activatiecode versturen Postex". Null when it was not set.</summary>
    public string? GeneratorId { get; init; }

    /// <summary>The pattern of a tenant's page in the system's own screens; empty for none.</summary>
    public string TenantPage { get; init; } = "";

    /// <summary>Reads the section.</summary>
    public static PostexOptions Read(SettingsReader read) =>
        Common.Fill(read, new PostexOptions
        {
            Token = read.TextOf(Bearer),
            GeneratorId = read.TextOf(Generator),
            TenantPage = read.Of(Page),
        });
}
