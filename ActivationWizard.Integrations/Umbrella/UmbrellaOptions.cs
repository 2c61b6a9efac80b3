using System.Text.RegularExpressions;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Section <c>Umbrella</c>.</summary>
public sealed class UmbrellaOptions : SystemOptions
{
    /// <summary>The value of <c>X-API-KEY</c>; a secret. Not used in sandbox mode.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What a code looks like; no look-around, no back-references. Default <c>^[A-Z0-9-]{8,20}$</c>.</summary>
    public string CodePattern { get; set; } = "^[A-Z0-9-]{8,20}$";

    // The whole text has to match, a last line end included; and matching takes no longer than reading.
    internal Regex CodeRegex => new($@"\A(?:{CodePattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}

/// <summary>Refuses settings of <c>Umbrella</c> that cannot work.</summary>
internal sealed class UmbrellaOptionsValidation() : SystemOptionsValidation<UmbrellaOptions>("Umbrella")
{
    protected override IEnumerable<string> OwnFailures(UmbrellaOptions options)
    {
        if (options.Mode is SystemMode.Http && !IsHeaderText(options.ApiKey))
            yield return Wrong(nameof(options.ApiKey), "must be set, without spaces or special characters.");
        if (!IsPattern(options))
            yield return Wrong(
                nameof(options.CodePattern), "must be a regular expression, without look-around or back-references.");
    }

    private static bool IsPattern(UmbrellaOptions options)
    {
        try
        {
            return options.CodeRegex is not null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
