using ActivationWizard.App.Background;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>The sections Activation, Work, Sandbox and Intake: what they mean, and what a wrong value says.</summary>
public sealed class SettingsReadingTests : IDisposable
{
    private static readonly string Secret = FixedKey.Fingerprint;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Activation:QuietPeriodSeconds", "geheim")]
    [InlineData("Activation:QuietPeriodSeconds", "-1")]
    [InlineData("Activation:ConfirmationIntervalSeconds", "1,5")]
    [InlineData("Activation:ConfirmationLimitSeconds", "NaN")]
    [InlineData("Activation:MinimumCodeDays", "0")]
    [InlineData("Activation:RecentCodeWorkingDays", "9223372036854775808")]
    [InlineData("Activation:ArrangementBlocksAdministrator", "1")]
    [InlineData("Activation:FingerprintKey", "Z2VoZWlt")]
    [InlineData("Work:CasesAtOnce", "0")]
    [InlineData("Work:SweepIntervalSeconds", "61")]
    [InlineData("Work:StopGraceSeconds", "geheim")]
    [InlineData("Sandbox:Port", "99999")]
    [InlineData("Sandbox:Address", "http://voorbeeld.nl")]
    public void Read_WrongValue_NamesTheKeyAndNotTheValue(string key, string value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => ReadAll(Demo, (key, value)));

        Assert.StartsWith(key, Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(value, failure.Message.Replace("60", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Activation:FingerprintKey", null)]
    [InlineData("Intake:ApiKey", "kort")]
    [InlineData("Intake:ApiKey", IntakeSettings.DemoKey)]
    [InlineData("Sandbox:Port", "5090")]
    public void Read_Production_RefusesWhatIsForADemonstration(string key, string? value)
    {
        var failure = Assert.Throws<OptionsValidationException>(
            () => ReadAll(Production, ("Activation:FingerprintKey", Secret), (key, value)));

        Assert.StartsWith(key.Split(':')[0], Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Demo_WaitsLessLongAndKeepsItsOwnKey()
    {
        var first = ActivationSettings(Demo);
        var second = ActivationSettings(Demo);

        Assert.Equal((TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2)), (first.ConfirmationInterval, first.QuietPeriod));
        Assert.Equal(32, first.FingerprintKey.Length);
        Assert.Equal(first.FingerprintKey.ToArray(), second.FingerprintKey.ToArray());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_folder.Path, "keys", "fingerprint.key")));
    }

    [Fact]
    public void Read_Production_HasTheDomainsOwnDefaults()
    {
        var read = ActivationSettings(
            Production, ("Activation:FingerprintKey", Secret), ("Activation:ArrangementBlocksAdministrator", "yes"));

        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)), (read.ConfirmationInterval, read.QuietPeriod));
        Assert.Equal((TimeSpan.FromMinutes(10), 7, 5),
            (read.ConfirmationLimit, read.MinimumCodeDays, read.RecentCodeWorkingDays));
        Assert.Equal(ArrangementPolicy.Yes, read.ArrangementBlocksAdministrator);
        Assert.Equal(Convert.FromBase64String(Secret), read.FingerprintKey.ToArray());
    }

    [Fact]
    public void Read_SandboxElsewhere_IsWhereTheSystemsAre()
    {
        var read = SandboxSettings.Read(Reader(Demo, ("Sandbox:Address", "http://127.0.0.1:5090")), Demo);

        Assert.Equal(new Uri("http://127.0.0.1:5090/umbrella/"), read.Elsewhere!.Umbrella);
    }

    [Fact]
    public void Admits_OnlyTheKey()
    {
        var settings = IntakeSettings.Read(Reader(Production, ("Intake:ApiKey", "een-sleutel-van-vierentwintig-tekens")));

        Assert.True(settings.Admits("een-sleutel-van-vierentwintig-tekens"));
        Assert.False(settings.Admits("een-sleutel-van-vierentwintig-teken"));
        Assert.False(settings.Admits(null));
        Assert.False(IntakeSettings.Read(Reader(Production)).Admits(""));
    }

    public void Dispose() => _folder.Dispose();

    private Installation Demo => new(InstallationMode.Demo, _folder.Path);

    private Installation Production => new(InstallationMode.Production, _folder.Path);

    private static ActivationSettings ActivationSettings(
        Installation installation, params (string Key, string? Value)[] settings) =>
        ActivationSection.Read(Reader(installation, settings), installation, RecoveryPlan.Standard);

    private static void ReadAll(Installation installation, params (string Key, string? Value)[] settings) =>
        Reader(installation, settings).ThrowWhenWrong(
            [ActivationSection.Declared, WorkSettings.Declared, SandboxSettings.Declared, IntakeSettings.Declared]);

    private static SettingsReader Reader(Installation installation, params (string Key, string? Value)[] settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.GroupBy(one => one.Key).Select(same => KeyValuePair.Create(same.Key, same.Last().Value)))
            .Build(),
        installation.IsDemo);
}
