using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Refuses settings of <c>Viewpoint</c> that cannot work: over HTTP there is exactly one way in.</summary>
internal sealed class ViewpointOptionsValidation() : SystemOptionsValidation<ViewpointOptions>(ViewpointOptions.Section)
{
    protected override IEnumerable<string> OwnFailures(ViewpointOptions options)
    {
        if (options.Mode is not SystemMode.Http)
            yield break;
        if (options.ClientId is null && options.ClientSecret is null && options.ApiKey is null)
            yield return Wrong(nameof(options.ApiKey), "must be set, or ClientId and ClientSecret.");
        if (options.ClientId is not null && options.ClientSecret is null)
            yield return Wrong(nameof(options.ClientSecret), "must be set along with ClientId.");
        if (options.ClientId is null && options.ClientSecret is not null)
            yield return Wrong(nameof(options.ClientId), "must be set along with ClientSecret.");
        if (options.ClientId is not null && options.ApiKey is not null)
            yield return Wrong(nameof(options.ApiKey), "must not be set along with ClientId: there is one way in.");
        if (options.ApiKey is not null && !IsHeaderText(options.ApiKey))
            yield return Wrong(nameof(options.ApiKey), "must be without spaces or special characters.");
    }
}
