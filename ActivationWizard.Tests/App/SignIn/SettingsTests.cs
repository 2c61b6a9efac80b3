using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
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
        var fault = Assert.Single(SignIn(InstallationMode.Production, Complete().Append(new($"SignIn:{key}", value))));
        Assert.StartsWith($"SignIn:{key} ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SignIn_WithTwoRolesOfOneValue_IsRefused() => Assert.StartsWith(
        "SignIn:Roles:TeamLead ",
        Assert.Single(SignIn(InstallationMode.Production, Complete().Append(new("SignIn:Roles:TeamLead", "e")))),
        StringComparison.Ordinal);

    [Fact]
    public void SignIn_InProductionComplete_IsFine() =>
        Assert.Empty(SignIn(InstallationMode.Production, Complete()));

    [Fact]
    public void SignIn_InADemo_IsRefusedWhenThereIsAny()
    {
        Assert.Empty(SignIn(InstallationMode.Demo, []));
        Assert.NotEmpty(SignIn(InstallationMode.Demo, [new("SignIn:ClientId", "a")]));
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
        using var folder = new TemporaryFolder();
        var faults = Installation(folder.Path, [new($"Installation:{key}", value)]);
        Assert.StartsWith($"Installation:{key} ", Assert.Single(faults), StringComparison.Ordinal);
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
        Assert.Equal(isFine, Installation(folder.Path, [new(key, value)]).Count is 0);
    }

    private static IReadOnlyList<string> SignIn(InstallationMode mode, IEnumerable<KeyValuePair<string, string?>> settings) =>
        new SettingsReader(Read(settings), mode is InstallationMode.Demo).Faults([SignInOptions.Declared]);

    private static IReadOnlyList<string> Installation(string root, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = Read(settings);
        return new SettingsReader(configuration, InstallationOptions.IsDemo(configuration), root)
            .Faults(InstallationOptions.Declared);
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
