using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Cases;

/// <summary>Where a tenant is found in the systems' own screens, as far as the installation says so.</summary>
public sealed class TenantPages(
    IOptions<ViewpointOptions> viewpoint, IOptions<UmbrellaOptions> umbrella, IOptions<PostexOptions> postex)
{
    /// <summary>A page per system that has one for this tenant; a pattern that asks for what is not known gives none.</summary>
    public IReadOnlyList<(ForeignSystem System, string Address)> Of(Party party) =>
    [
        .. new[]
        {
            (ForeignSystem.Viewpoint, viewpoint.Value.TenantPage),
            (ForeignSystem.Umbrella, umbrella.Value.TenantPage),
            (ForeignSystem.Postex, postex.Value.TenantPage),
        }.Select(one => (one.Item1, Filled(one.Item2, party))).Where(one => one.Item2 is { Length: > 0 }),
    ];

    private static string Filled(string pattern, Party party) =>
        (party.Id.Length is 0 && pattern.Contains("{party}", StringComparison.Ordinal))
        || (party.Code.Length is 0 && pattern.Contains("{code}", StringComparison.Ordinal))
            ? ""
            : pattern.Replace("{party}", Uri.EscapeDataString(party.Id), StringComparison.Ordinal)
                .Replace("{code}", Uri.EscapeDataString(party.Code), StringComparison.Ordinal);
}
