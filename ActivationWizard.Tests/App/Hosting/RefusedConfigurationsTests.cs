using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>Complete installations with one thing in them that nobody may run: each refused by its key.</summary>
public sealed class RefusedConfigurationsTests : IDisposable
{
    private const string Zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string, string> Refused => new()
    {
        // Nothing is simulated in production: by setting, by default.
        { "Production", "Umbrella:Mode", "Sandbox", "Umbrella:Mode" },
        { "Production", "Viewpoint:Mode", "Sandbox", "Viewpoint:Mode" },
        { "Production", "Postex:Mode", "Sandbox", "Postex:Mode" },
        { "Production", "Mailbox:Mode", "Sandbox", "Mailbox:Mode" },
        { "Production", "Umbrella:Mode", "", "Umbrella:BaseAddress" },
        { "Production", "Viewpoint:Mode", "", "Viewpoint:BaseAddress" },
        { "Production", "Postex:Mode", "", "Postex:BaseAddress" },
        { "Production", "Mailbox:Mode", "", "Mailbox:SmtpHost" },
        { "Production", "Sandbox:Port", "5090", "Sandbox:Port" },
        // Keys that nobody drew.
        { "Production", "Journal:MasterKey", Zeros, "Journal:MasterKey" },
        { "Demo", "Journal:MasterKey", Zeros, "Journal:MasterKey" },
        { "Production", "Journal:MasterKey", Key(_ => 255), "Journal:MasterKey" },
        { "Production", "Journal:MasterKey", Key(at => at), "Journal:MasterKey" },
        { "Production", "Journal:MasterKey", Key(at => "geheim!!"[at % 8]), "Journal:MasterKey" },
        { "Production", "Activation:FingerprintKey", Zeros, "Activation:FingerprintKey" },
        { "Demo", "Activation:FingerprintKey", Zeros, "Activation:FingerprintKey" },
        { "Production", "Journal:MasterKey", FixedKey.Fingerprint, "Journal:MasterKey" },
        // What the framework would let through.
        { "Production", "AllowedHosts", "", "AllowedHosts" },
        { "Production", "AllowedHosts", "*", "AllowedHosts" },
        { "Production", "AllowedHosts", "wizard.example; *", "AllowedHosts" },
        { "Production", "AllowedHosts", "0.0.0.0", "AllowedHosts" },
        { "Production", "AllowedHosts", "[::]", "AllowedHosts" },
        { "Production", "AllowedHosts", "wizard.example:5080", "AllowedHosts" },
        { "Production", "Environment", "Development", "Environment" },
        { "Production", "Environment", "development", "Environment" },
        { "Production", "DetailedErrors", "true", "DetailedErrors" },
        { "Production", "DetailedErrors", "1", "DetailedErrors" },
        { "Demo", "ForwardedHeaders_Enabled", "true", "ForwardedHeaders_Enabled" },
        // Patterns that take anything for a code.
        { "Production", "Umbrella:CodePattern", ".*", "Umbrella:CodePattern" },
        { "Demo", "Umbrella:CodePattern", ".*", "Umbrella:CodePattern" },
        { "Production", "Umbrella:CodePattern", "[A-Z0-9-]{0,20}", "Umbrella:CodePattern" },
        { "Production", "Umbrella:CodePattern", "[A-Z ]{1,20}", "Umbrella:CodePattern" },
        { "Production", "Umbrella:CodePattern", "[0-9]+", "Umbrella:CodePattern" },
        { "Production", "Umbrella:CodePattern", "^.{8,}$", "Umbrella:CodePattern" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Faults_WhatNobodyMayRun_IsRefusedByItsKey(string mode, string key, string value, string named)
    {
        var fault = Assert.Single(Faults(mode, (key, value)));

        Assert.StartsWith($"{named} ", fault, StringComparison.Ordinal);
        // Words such as Development, and a digit of a bound, are in the sentence whatever the value was.
        if (value.Length > 12)
            Assert.DoesNotContain(value, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "AllowedHosts", "*.example.nl;wizard;127.0.0.1;[::1]")]
    [InlineData("Production", "Environment", "Staging")]
    [InlineData("Production", "DetailedErrors", "false")]
    [InlineData("Production", "ForwardedHeaders_Enabled", "true")]
    [InlineData("Production", "Umbrella:CodePattern", "[0-9]{6}")]
    [InlineData("Demo", "AllowedHosts", "*")]
    [InlineData("Demo", "Environment", "Development")]
    [InlineData("Demo", "DetailedErrors", "true")]
    [InlineData("Demo", "Mailbox:Mode", "Sandbox")]
    public void Faults_WhatMayBe_AreNone(string mode, string key, string value) => Assert.Empty(Faults(mode, (key, value)));

    [Fact]
    public void Faults_SeveralAtOnce_NameThemAll() => Assert.Equal(
        ["AllowedHosts", "DetailedErrors", "Environment", "Journal:MasterKey", "Mailbox:Mode", "Umbrella:CodePattern"],
        Faults("Production", ("AllowedHosts", "*"), ("Environment", "Development"), ("DetailedErrors", "true"),
            ("Journal:MasterKey", Zeros), ("Umbrella:CodePattern", ".*"), ("Mailbox:Mode", "Sandbox"))
            .Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(UnixFileMode.UserRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, false)]
    public void Faults_KeyFileOpenToOthers_IsRefused(UnixFileMode mode, bool isFine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");

        var faults = WithFile(KeyFile("elsewhere.key", FixedKey.Master, mode));

        AssertNamed(isFine, faults);
    }

    [Theory]
    [InlineData("elsewhere.key", true)]
    [InlineData("data-elsewhere.key", true)]
    [InlineData("data/master.key", false)]
    [InlineData("data/keys/master.key", false)]
    public void Faults_KeyFileInTheDataFolder_IsRefusedInProduction(string name, bool isFine) =>
        AssertNamed(isFine, WithFile(KeyFile(name, FixedKey.Master)));

    [Fact]
    public void Faults_LinkToAKeyFileInTheDataFolder_IsRefusedInProduction()
    {
        var file = KeyFile("data/master.key", FixedKey.Master);

        AssertNamed(false, WithFile(File.CreateSymbolicLink(_folder["link.key"], file).FullName));
    }

    [Fact]
    public void Faults_KeyFileWithTheKeyOfTheFingerprints_IsRefused() =>
        AssertNamed(false, WithFile(KeyFile("elsewhere.key", FixedKey.Fingerprint)));

    [Fact]
    public void Of_AVariableThatHidesTheEnvironment_IsTheOneTheHostHasTaken()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("ENVIRONMENT", "Production")]);

        Assert.Equal("Development", HostSettings.Of(builder)["Environment"]);
    }

    public void Dispose() => _folder.Dispose();

    private static string Key(Func<int, int> at) =>
        Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(one => (byte)at(one))]);

    private static void AssertNamed(bool isFine, IReadOnlyList<string> faults)
    {
        if (isFine)
            Assert.Empty(faults);
        else
            Assert.StartsWith("Journal:MasterKeyFile must ", Assert.Single(faults), StringComparison.Ordinal);
    }

    private string KeyFile(string name, string key, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, key);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }

    private IReadOnlyList<string> WithFile(string path) =>
        Faults("Production", ("Journal:MasterKey", ""), ("Journal:MasterKeyFile", path));

    private IReadOnlyList<string> Faults(string mode, params (string Key, string Value)[] changes)
    {
        Dictionary<string, string?> settings = mode is "Demo" ? [] : CompleteInstallation.ByHand;
        settings["Installation:DataFolder"] = "data";
        // Empty is not set; the key itself may not be empty.
        foreach (var (key, value) in changes)
            settings[key] = value.Length is 0 ? null : value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new SettingsReader(configuration, mode is "Demo", _folder.Path).Faults(AppSettings.Declared);
    }
}
