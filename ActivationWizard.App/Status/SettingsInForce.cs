using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace ActivationWizard.App.Status;

/// <summary>Where the value of a setting comes from.</summary>
public enum SettingOrigin
{
    /// <summary>It is not set.</summary>
    Default,

    /// <summary>A file of settings.</summary>
    File,

    /// <summary>The secrets of a developer, in a file outside the project.</summary>
    UserSecrets,

    Environment,
    CommandLine,

    /// <summary>The program, or what hosts it.</summary>
    Program,
}

/// <summary>A setting as it is in force.</summary>
/// <param name="Section">The heading that it stands under in <c>docs/settings.md</c>.</param>
/// <param name="Declared">What it is.</param>
/// <param name="Value">As it is written; null for a secret, and where there is none.</param>
/// <param name="IsSet">False for one that has its default.</param>
/// <param name="Differs">True for another value than the default; of a secret, when it is set.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="File">The name of the file that it comes from; null when it comes from none.</param>
public sealed record SettingInForce(
    string Section, Setting Declared, string? Value, bool IsSet, bool Differs, SettingOrigin Origin, string? File);

/// <summary>
/// Every declared setting as the app started with it: what a file says by now counts at the next start only. It has no secret.
/// </summary>
public sealed class SettingsInForce
{
    /// <summary>The section of settings that stand in none.</summary>
    public const string Host = "Host";

    // As the framework calls it.
    private const string UserSecretsFile = "secrets.json";

    private readonly IReadOnlyList<SettingInForce> _all;

    private SettingsInForce(IReadOnlyList<SettingInForce> all) => _all = all;

    /// <summary>Reads them once.</summary>
    /// <param name="inForce">What the app goes by.</param>
    /// <param name="sources">What that was made of; of two that have a setting, the later one counts.</param>
    /// <param name="sections">What is declared.</param>
    /// <param name="isDemo">Which defaults there are.</param>
    public static SettingsInForce Read(
        IConfiguration inForce, IConfigurationRoot sources, IReadOnlyList<SettingsSection> sections, bool isDemo)
    {
        IConfigurationProvider[] latestFirst = [.. Each(sources).Reverse()];
        var read = new SettingsReader(inForce, isDemo);
        return new(
        [
            .. from section in sections
               from setting in section.Settings
               select Of(section.Name is "" ? Host : section.Name, setting, read, latestFirst),
        ]);
    }

    /// <summary>In the order of <c>docs/settings.md</c>. Throws <see cref="UnauthorizedAccessException"/> for who may not see
    /// them.</summary>
    public IReadOnlyList<SettingInForce> All(Actor actor)
    {
        actor.Demand(Operation.SeeSettings);
        return _all;
    }

    private static SettingInForce Of(
        string section, Setting setting, SettingsReader read, IConfigurationProvider[] latestFirst)
    {
        var (production, demo) = setting.Written;
        var standard = setting.DefaultFrom?.Invoke(read) ?? (read.IsDemo is true ? demo : production);
        var given = read.Configuration[setting.Key]?.Trim();
        if (string.IsNullOrEmpty(given))
        {
            var value = setting.IsSecret || standard.Length is 0 ? null : standard;
            return new(section, setting, value, IsSet: false, Differs: false, SettingOrigin.Default, null);
        }

        var differs = setting.IsSecret || (given != standard && setting.Rewritten(given) != standard);
        var from = latestFirst.FirstOrDefault(one => one.TryGet(setting.Key, out var value) && value?.Trim() == given);
        var (origin, file) = from is null && !differs ? (SettingOrigin.Default, null) : OriginOf(from);
        return new(section, setting, setting.IsSecret ? null : given, IsSet: true, differs, origin, file);
    }

    private static (SettingOrigin Origin, string? File) OriginOf(IConfigurationProvider? from) => from switch
    {
        FileConfigurationProvider { Source.Path: { } path } => Path.GetFileName(path) is UserSecretsFile
            ? (SettingOrigin.UserSecrets, null)
            : (SettingOrigin.File, Path.GetFileName(path)),
        EnvironmentVariablesConfigurationProvider => (SettingOrigin.Environment, null),
        CommandLineConfigurationProvider => (SettingOrigin.CommandLine, null),
        _ => (SettingOrigin.Program, null),
    };

    // What a host is made of stands in its configuration as one.
    private static IEnumerable<IConfigurationProvider> Each(IConfigurationRoot sources) => sources.Providers.SelectMany(one =>
        one is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Each(inner) : [one]);
}
