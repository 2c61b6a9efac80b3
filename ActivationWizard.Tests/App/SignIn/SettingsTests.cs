using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Settings that cannot be right are refused by name.</summary>
public sealed class SettingsTests
{
    private const string Value = "waarde-die-niemand-mag-zien";

    public static TheoryData<string, string> BrokenSignIn => new()
    {
        { "Authority", "" }, { "Authority", Value },
        { "Authority", $"http://{Value}.example" }, { "Authority", $"ftp://{Value}" },
        { "ClientId", " " }, { "ClientSecret", "" }, { "RoleClaim", "" },
        { "Roles:Employee", "" }, { "Roles:TeamLead", "" }, { "Roles:SystemManager", "" },
    };

    [Theory]
    [MemberData(nameof(BrokenSignIn))]
    public void SignIn_InProductionWithoutOneSetting_NamesItAndNotItsValue(string key, string value)
    {
        var result = ValidateSignIn(InstallationMode.Production, Complete().Append(new($"SignIn:{key}", value)));
        Assert.Contains($"SignIn:{key}", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void SignIn_WithTwoRolesOfOneValue_IsRefused() => Assert.Contains("SignIn:Roles",
        ValidateSignIn(InstallationMode.Production, Complete().Append(new("SignIn:Roles:TeamLead", "e"))).FailureMessage,
        StringComparison.Ordinal);

    [Fact]
    public void SignIn_InProductionComplete_IsFine() =>
        Assert.True(ValidateSignIn(InstallationMode.Production, Complete()).Succeeded);

    [Fact]
    public void SignIn_InADemo_IsRefusedWhenThereIsAny()
    {
        Assert.True(ValidateSignIn(InstallationMode.Demo, []).Succeeded);
        Assert.True(ValidateSignIn(InstallationMode.Demo, [new("SignIn:ClientId", "a")]).Failed);
    }

    [Theory]
    [InlineData("Mode", "Test")]
    [InlineData("Mode", "1")]
    [InlineData("Mode", "")]
    [InlineData("DataFolder", "")]
    [InlineData("DataFolder", "/dev/null/data")]
    [InlineData("DataFolder", "a\0b")]
    public void Installation_WithABrokenSetting_NamesIt(string key, string value)
    {
        var result = ValidateInstallation([new($"Installation:{key}", value)]);
        Assert.Contains($"Installation:{key}", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "http://localhost:5080", true)]
    [InlineData("Urls", "http://127.0.0.1:0;http://[::1]:0", true)]
    [InlineData("Urls", "http://*:5080", false)]
    [InlineData("Urls", "http://0.0.0.0:5080", false)]
    [InlineData("Urls", "http://localhost:5080;http://wizard.example:80", false)]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://+:80", false)]
    [InlineData("Urls", "nonsense", false)]
    public void Installation_ForADemo_ListensOnThisMachineOnly(string key, string value, bool isFine)
    {
        using var folder = new TemporaryFolder();
        var result = ValidateInstallation([new(key, value), new("Installation:DataFolder", folder.Path)]);
        Assert.Equal(isFine, result.Succeeded);
    }

    private static ValidateOptionsResult ValidateSignIn(
        InstallationMode mode, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = Read(settings);
        var options = configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new SignInOptions();
        return new SignInOptionsValidation(new Installation(mode, "/data"), configuration).Validate(null, options);
    }

    private static ValidateOptionsResult ValidateInstallation(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = Read(settings);
        var options = configuration.GetSection(InstallationOptions.Section).Get<InstallationOptions>() ?? new();
        return new InstallationOptionsValidation(configuration, Path.GetTempPath()).Validate(null, options);
    }

    private static IConfiguration Read(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var last = settings.GroupBy(setting => setting.Key).Select(same => same.Last());
        return new ConfigurationBuilder().AddInMemoryCollection(last).Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Complete() =>
    [
        new("SignIn:Authority", "https://login.example"), new("SignIn:ClientId", "wizard"), new("SignIn:ClientSecret", "geheim"),
        new("SignIn:Roles:Employee", "e"), new("SignIn:Roles:TeamLead", "t"), new("SignIn:Roles:SystemManager", "b"),
    ];
}
