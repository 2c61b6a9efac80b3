using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Postex;

/// <summary>Section <c>Postex</c>.</summary>
public sealed class PostexOptions : SystemOptions
{
    /// <summary>The bearer token; a secret. Not used in sandbox mode.</summary>
    public string? Token { get; set; }

    /// <summary>The generator that prints template 263, "activatiecode versturen Postex". Not used in sandbox mode.</summary>
    public string? GeneratorId { get; set; }
}

/// <summary>Refuses settings of <c>Postex</c> that cannot work.</summary>
internal sealed class PostexOptionsValidation() : SystemOptionsValidation<PostexOptions>("Postex")
{
    protected override IEnumerable<string> OwnFailures(PostexOptions options)
    {
        if (options.Mode is SystemMode.Http && !IsHeaderText(options.Token))
            yield return Wrong(nameof(options.Token), "must be set, without spaces or special characters.");
        if (options.Mode is SystemMode.Http && !SystemPath.Of(options.GeneratorId ?? "").IsSendable)
            yield return Wrong(nameof(options.GeneratorId), "must be set.");
    }
}
