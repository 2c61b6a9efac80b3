using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>Every setting with the value that counts, where it comes from, and nothing that is secret.</summary>
public sealed class SettingsInForceTests : IDisposable
{
    private const string Prefix = "IN_FORCE_TESTS_";
    private const string Secret = "zeer-geheim-van-ons";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Work:TermWorkingDays", "3", SettingOrigin.File, "appsettings.json", true)]
    [InlineData("Alerts:EndsDays", "20", SettingOrigin.Environment, null, true)]
    [InlineData("Alerts:UnansweredMinutes", "25", SettingOrigin.CommandLine, null, true)]
    [InlineData("Retention:Hour", "4", SettingOrigin.UserSecrets, null, true)]
    [InlineData("Retention:DoneDays", "100", SettingOrigin.Program, null, true)]
    [InlineData("Retention:RefusedDays", "365", SettingOrigin.Default, null, false)]
    // As the default is, though written in another way.
    [InlineData("Alerts:CheckSeconds", "30.0", SettingOrigin.File, "appsettings.json", false)]
    public void Setting_FromEachSource_HasItsValueAndOrigin(
        string key, string value, SettingOrigin origin, string? file, bool differs)
    {
        var found = Of(key);

        Assert.Equal((value, origin, file, differs), (found.Value, found.Origin, found.File, found.Differs));
    }

    [Fact]
    public void Settings_OfAnInstallation_AreAllThatAreDeclaredInTheirSections() => Assert.Equal(
        AppSettings.Declared.SelectMany(section => section.Settings.Select(one => (section.Name, one.Key))),
        Read().All(DemoPeople.Bram).Select(one => (one.Section is SettingsInForce.Host ? "" : one.Section, one.Declared.Key)));

    [Fact]
    public void Secrets_SetOrNot_HaveNoValue()
    {
        var secrets = Read(secret: Secret).All(DemoPeople.Bram).Where(one => one.Declared.IsSecret).ToList();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, one => Assert.Equal((true, true, null), (one.IsSet, one.Differs, one.Value)));
        Assert.All(
            Read().All(DemoPeople.Bram).Where(one => one.Declared.IsSecret),
            one => Assert.Equal((false, false, null), (one.IsSet, one.Differs, one.Value)));
    }

    [Fact]
    public void Settings_ChangedAfterTheStart_AreThoseOfTheStart()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Retention:Hour", (string?)"4")]).Build();
        var settings = SettingsInForce.Read(configuration, configuration, AppSettings.Declared, isDemo: false);

        configuration["Retention:Hour"] = "5";

        Assert.Equal("4", settings.All(DemoPeople.Bram).Single(one => one.Declared.Key == "Retention:Hour").Value);
    }

    [Theory]
    [InlineData("Umbrella:Mode", "Http")]
    [InlineData("Viewpoint:Mode", "Sandbox")]
    [InlineData("Mailbox:Mode", "Smtp")]
    [InlineData("Mailbox:SmtpPort", "465")]
    [InlineData("Mailbox:ImapPort", "993")]
    [InlineData("Mailbox:Recovery:Reply", "Query")]
    public void Settings_WhoseDefaultFollowsFromOthers_HaveWhatIsInForce(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Umbrella:BaseAddress"] = "https://umbrella.example",
            ["Mailbox:SmtpHost"] = "smtp.example",
            ["Mailbox:Security"] = "Tls",
            ["Mailbox:ImapHost"] = "imap.example",
        }).Build();

        var setting = SettingsInForce.Read(configuration, configuration, AppSettings.Declared, isDemo: true)
            .All(DemoPeople.Bram).Single(one => one.Declared.Key == key);

        Assert.Equal(
            (value, SettingOrigin.Default, false, false), (setting.Value, setting.Origin, setting.IsSet, setting.Differs));
    }

    [Fact]
    public void Settings_ForAnyOtherRole_AreRefused() =>
        Assert.Throws<UnauthorizedAccessException>(() => Read().All(DemoPeople.Els));

    private SettingInForce Of(string key) => Read().All(DemoPeople.Bram).Single(one => one.Declared.Key == key);

    private SettingsInForce Read(string? secret = null)
    {
        File.WriteAllText(
            _folder["appsettings.json"],
            """{ "Work": { "TermWorkingDays": "3" }, "Alerts": { "CheckSeconds": "30.0", "UnansweredMinutes": "22" } }""");
        File.WriteAllText(_folder["secrets.json"], """{ "Retention": { "Hour": "4" } }""");
        Environment.SetEnvironmentVariable($"{Prefix}Alerts__EndsDays", "20");
        var inMemory = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Retention:DoneDays", (string?)"100")])
            .AddInMemoryCollection(AppSettings.Declared.SelectMany(section => section.Settings)
                .Where(one => one.IsSecret).Select(one => KeyValuePair.Create(one.Key, secret)))
            .Build();
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(inMemory)
            .AddJsonFile(_folder["appsettings.json"])
            .AddJsonFile(_folder["secrets.json"])
            .AddEnvironmentVariables(Prefix)
            .AddCommandLine(["--Alerts:UnansweredMinutes=25"])
            .Build();
        return SettingsInForce.Read(configuration, configuration, AppSettings.Declared, isDemo: false);
    }
}
