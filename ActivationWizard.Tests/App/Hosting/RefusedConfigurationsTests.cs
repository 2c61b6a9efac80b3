using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
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
        { "Production", "ForwardedHeaders_Enabled", "true", "ForwardedHeaders_Enabled" },
        { "Production", "Installation:KnownProxies", "0.0.0.0/0", "Installation:KnownProxies" },
        { "Production", "Installation:KnownProxies", "::/0", "Installation:KnownProxies" },
        { "Production", "Installation:KnownProxies", "10.0.0.5;*", "Installation:KnownProxies" },
        { "Production", "Installation:KnownProxies", "geheime-gateway", "Installation:KnownProxies" },
        { "Demo", "Installation:KnownProxies", "10.0.0.5", "Installation:KnownProxies" },
        { "Production", "Installation:PublicAddress", "http://codes.example.nl", "Installation:PublicAddress" },
        { "Production", "Installation:PublicAddress", "https://codes.example.nl/?pad=1", "Installation:PublicAddress" },
        { "Demo", "Urls", "http://0.0.0.0:5080", "Urls" },
        // What a secret or a person's data would go to in the clear, or with a password in the address.
        { "Production", "Umbrella:BaseAddress", "http://umbrella.example", "Umbrella:BaseAddress" },
        { "Production", "Viewpoint:BaseAddress", "http://viewpoint.example", "Viewpoint:BaseAddress" },
        { "Production", "Postex:BaseAddress", "http://postex.example", "Postex:BaseAddress" },
        { "Production", "SignIn:Authority", "http://login.example", "SignIn:Authority" },
        { "Production", "Journal:CheckpointAddress", "http://noteert.example", "Journal:CheckpointAddress" },
        { "Production", "Mailbox:OAuth:TokenAddress", "http://login.example", "Mailbox:OAuth:TokenAddress" },
        { "Production", "Umbrella:BaseAddress", "https://u:geheim@umbrella.example", "Umbrella:BaseAddress" },
        { "Production", "Viewpoint:BaseAddress", "https://u:geheim@viewpoint.example", "Viewpoint:BaseAddress" },
        { "Production", "Postex:BaseAddress", "https://u:geheim@postex.example", "Postex:BaseAddress" },
        { "Production", "SignIn:Authority", "https://u:geheim@login.example", "SignIn:Authority" },
        { "Production", "Journal:CheckpointAddress", "https://u:geheim@noteert.example", "Journal:CheckpointAddress" },
        // A secret that is too short, known to everybody, or serves twice.
        { "Production", "Intake:ApiKey", "te-kort", "Intake:ApiKey" },
        { "Production", "Intake:ApiKey", "demo-aanvragen-sleutel", "Intake:ApiKey" },
        { "Production", "Umbrella:ApiKey", "sleutel", "SignIn:ClientSecret" },
        { "Production", "Viewpoint:ApiKey", "sleutel", "SignIn:ClientSecret" },
        { "Production", "Viewpoint:ClientSecret", "sleutel", "SignIn:ClientSecret" },
        { "Production", "Postex:Token", "sleutel", "SignIn:ClientSecret" },
        { "Production", "Mailbox:Password", "sleutel", "SignIn:ClientSecret" },
        { "Production", "Intake:ApiKey", FixedKey.Fingerprint, "Intake:ApiKey" },
        // What nobody would read.
        { "Production", "Sesion:IdleMinutes", "10", "Sesion" },
        { "Production", "Jurnal:MasterKey", "geheime-sleutel", "Jurnal" },
        { "Production", "Umbrela:ApiKey", "geheime-sleutel", "Umbrela" },
        { "Production", "Wrk:CasesAtOnce", "1", "Wrk" },
        { "Demo", "Limit:SearchesPerMinute", "1", "Limit" },
        { "Production", "Limits:CircuitsPerPerson", "0", "Limits:CircuitsPerPerson" },
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
    [InlineData("Production", "ForwardedHeaders_Enabled", "false")]
    [InlineData("Production", "Installation:KnownProxies", "10.0.0.5; 10.1.0.0/16; fd00::/8")]
    [InlineData("Production", "Serilog:MinimumLevel", "Debug")]
    [InlineData("Production", "Kestrel:Limits:MaxConcurrentConnections", "100")]
    [InlineData("Production", "Umbrella:CodePattern", "[0-9]{6}")]
    [InlineData("Demo", "AllowedHosts", "*")]
    [InlineData("Demo", "Environment", "Development")]
    [InlineData("Demo", "DetailedErrors", "true")]
    [InlineData("Demo", "Mailbox:Mode", "Sandbox")]
    public void Faults_WhatMayBe_AreNone(string mode, string key, string value) => Assert.Empty(Faults(mode, (key, value)));

    [Theory]
    [InlineData("Production", "Host=db", false)]
    [InlineData("Production", "Host=db;SSL Mode=Disable", false)]
    [InlineData("Production", "Host=db;SSL Mode=Prefer", false)]
    [InlineData("Production", "Host=db;SSL Mode=Require", false)]
    [InlineData("Production", "Host=10.0.0.9;Port=5432", false)]
    [InlineData("Production", "Host=localhost,db", false)]
    [InlineData("Production", "Host=localhost.example", false)]
    [InlineData("Production", "Host=db;SSL Mode=VerifyCA", true)]
    [InlineData("Production", "Host=db;SSL Mode=VerifyFull", true)]
    [InlineData("Production", "Host=db,other:5433;SSL Mode=VerifyFull", true)]
    [InlineData("Production", "Host=localhost", true)]
    [InlineData("Production", "Host=127.0.0.1:5433,LOCALHOST:5434", true)]
    [InlineData("Production", "Host=::1", true)]
    [InlineData("Production", "Host=[::1]:5433,localhost", true)]
    [InlineData("Production", "Host=/var/run/postgresql", true)]
    [InlineData("Demo", "Host=db", true)]
    public void Faults_DatabaseOnAnotherMachine_NeedsACertificateThatIsChecked(string mode, string connection, bool isFine)
    {
        string[] keys =
        [
            "Journal:ConnectionString", "Journal:KeyStore", "Journal:ErasureConnectionString", "Journal:ErasureKeyStore",
        ];
        foreach (var key in keys)
        {
            var faults = Faults(
                mode, ("Journal:Provider", "Postgres"), ("Journal:ConnectionString", "Host=localhost"),
                (key, $"{connection};Database=journal;Password=geheim"));

            Assert.Equal(isFine, faults.Count is 0);
            Assert.All(faults, fault => Assert.StartsWith($"{key} needs `SSL Mode=VerifyFull`", fault, StringComparison.Ordinal));
            Assert.All(faults, fault => Assert.DoesNotContain("geheim", fault, StringComparison.Ordinal));
        }
    }

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

    [Theory]
    [InlineData("Production", UnixFileMode.None, true)]
    [InlineData("Production", UnixFileMode.GroupRead | UnixFileMode.GroupExecute, true)]
    [InlineData("Production", UnixFileMode.OtherRead, false)]
    [InlineData("Production", UnixFileMode.OtherExecute, false)]
    [InlineData("Production", UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute, false)]
    [InlineData("Demo", UnixFileMode.OtherRead | UnixFileMode.OtherExecute, true)]
    public void Faults_DataFolderOpenToOthers_IsRefusedInProduction(string mode, UnixFileMode others, bool isFine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var data = DataFolders.Create(_folder["data"]);
        if (!OperatingSystem.IsWindows())
            data.UnixFileMode |= others;

        var faults = Faults(mode);

        Assert.Equal(isFine, faults.Count is 0);
        Assert.All(
            faults, fault => Assert.StartsWith("Installation:DataFolder must be closed ", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production", null, null, false)]
    [InlineData("Demo", null, null, true)]
    [InlineData("Production", "absent", null, false)]
    [InlineData("Production", "pem", 30, true)]
    [InlineData("Production", "pem", -1, false)]
    [InlineData("Production", "pfx", 30, true)]
    [InlineData("Production", "pfx", -1, false)]
    [InlineData("Demo", "pem", -1, false)]
    public void Faults_HttpsAndItsCertificate_MustFit(string mode, string? form, int? days, bool isFine)
    {
        if (days is { } left)
        {
            using var certificate = TestCertificate.For("localhost", TimeProvider.System.GetUtcNow().AddDays(left));
            var pem = Encoding.ASCII.GetBytes(certificate.ExportCertificatePem());
            File.WriteAllBytes(_folder[$"site.{form}"], form is "pem" ? pem : certificate.Export(X509ContentType.Pfx, "geheim"));
        }

        var faults = Faults(
            mode, ("urls", "https://localhost:5443"), ("Kestrel:Certificates:Default:Password", "geheim"),
            ("Kestrel:Certificates:Default:Path", form is null ? "" : _folder[$"site.{form}"]));

        Assert.Equal(isFine, faults.Count is 0);
        Assert.All(faults, fault => Assert.StartsWith("Urls has https", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Refused_Rows_AreAsManyAsTheyWere() => Assert.True(Refused.Skip(59).Any());

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
        // Each folder by itself: what is made on the way to one is as open as the system has it.
        DataFolders.Create(_folder["data"]);
        DataFolders.Create(Path.GetDirectoryName(path)!);
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
