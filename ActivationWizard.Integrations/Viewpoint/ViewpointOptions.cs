using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Settings under <c>Viewpoint</c>. Over HTTP there is one way in: a key, or OAuth2 client credentials.</summary>
public sealed class ViewpointOptions : SystemOptions
{
    /// <summary>Where in the configuration.</summary>
    public const string Section = "Viewpoint";

    /// <summary>Sent as <c>X-API-KEY</c>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The client that asks for tokens at <c>oauth/token</c> under the base address.</summary>
    public string? ClientId { get; set; }

    /// <summary>That client's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// What the token is asked for, apart by spaces. Default: what the wizard does and no more, by VERA's names.
    /// </summary>
    public string Scope { get; set; } =
        "BVG.Eenheden.Read BOG.Overeenkomsten.Read BRG.Relaties.ReadWrite BRG.Signaleringen.Read BRG.Contactmomenten.ReadWrite "
        + "INC.Betalingsregelingen.Read BDO.Dossiers.Read BDO.Informatieobjecten.ReadWrite";
}
