using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>Names the setting that is wrong, and never prints its value.</summary>
public sealed class InstallationOptionsValidation(IConfiguration configuration, string contentRoot)
    : IValidateOptions<InstallationOptions>
{
    public ValidateOptionsResult Validate(string? name, InstallationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Failures(InstallationOptions options)
    {
        if (!TryMode(options.Mode, out var mode))
            yield return $"{InstallationOptions.Section}:{nameof(options.Mode)} must be Demo or Production.";
        else if (mode == InstallationMode.Demo && !ListeningAddresses.AreAllLoopback(configuration))
            yield return "Urls: a Demo installation listens on this machine only (localhost, 127.0.0.1 or [::1]).";
        if (!DataFolders.TryPrepare(contentRoot, options.DataFolder, out _))
            yield return $"{InstallationOptions.Section}:{nameof(options.DataFolder)} must be a folder that can be written.";
    }

    /// <summary>Only the two names: a number is not a mode.</summary>
    public static bool TryMode(string? value, out InstallationMode mode) =>
        Enum.TryParse(value, ignoreCase: true, out mode)
        && string.Equals(value, mode.ToString(), StringComparison.OrdinalIgnoreCase);
}
