using ActivationWizard.App;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// Every declared setting, in every installation in which it may be set: missing, empty, wrong, out of bounds, misspelt.
/// </summary>
public sealed class EverySettingTests : IDisposable
{
    // Nothing that is a number, a name, an address, a pattern or a file.
    private const string Wrong = "geheim waarde (";

    // Those take any text, but not a control character.
    private static readonly string[] FreeText = ["text", "id of a generator"];

    private static readonly IReadOnlyList<Setting> All = [.. AppSettings.Declared.SelectMany(section => section.Settings)];
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Keys => [.. All.Select(setting => setting.Key)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Faults_InstallationsThatAreComplete_HaveNone() =>
        Assert.All(Installations, installation => Assert.Empty(Faults(installation)));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_Missing_AreThereWhenTheSettingIsRequired(string key) => Assert.All(Fitting(key), installation =>
    {
        var without = With(installation, key, null);
        AssertNamed(key, Setting(key).RequiredWhen?.Holds(Reader(without)) is true, Faults(without));
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_Empty_AreThoseOfMissingUnlessItIsNeverEmpty(string key) => Assert.All(Fitting(key), installation =>
    {
        var missing = Faults(With(installation, key, null));
        var empty = Faults(With(installation, key, " "));
        if (Setting(key).NeverEmpty)
            AssertNamed(key, true, empty);
        else
            Assert.Equal(missing, empty);
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_WrongType_NameTheKeyAndNotTheValue(string key) => Assert.All(
        Fitting(key), installation => AssertNamed(key, true, Faults(With(installation, key, WrongFor(key)))));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_OutOfBounds_NameTheKeyAndTheBounds(string key)
    {
        var setting = Setting(key);
        foreach (var installation in Fitting(key))
        {
            foreach (var outside in Outside(setting))
                Assert.Contains($"{key} must be {setting.Must}.", Faults(With(installation, key, outside)));
            foreach (var bound in new[] { setting.Least, setting.Most }.OfType<string>())
                Assert.DoesNotContain($"{key} must be {setting.Must}.", Faults(With(installation, key, bound)));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_Misspelt_NameItAndTheOneThatWasMeant(string key)
    {
        // What stands outside a section may be anybody's: the environment is full of it.
        var misspelt = key.Contains(':', StringComparison.Ordinal) ? $"{key[..^2]}{key[^1]}" : null;
        Assert.All(misspelt is null ? [] : Fitting(key), installation => Assert.Contains(
            $"{misspelt} is not a setting; did you mean {key}?", Faults(With(installation, misspelt!, "geheim"))));
    }

    [Theory]
    [InlineData("SignIn:Roles", "", false)]
    [InlineData("SignIn:Roles", "geheim", true)]
    [InlineData("SignIn", "geheim", false)]
    [InlineData("SignIn:Roles:Employee:Name", "geheim", true)]
    [InlineData("SignIn:Rolls:Employee", "geheim", true)]
    public void Faults_AboveOrBelowASetting_AreThereWhenItHasAValue(string key, string value, bool isNamed) =>
        AssertNamed(key, isNamed, Faults(With(Installations[0], key, value)));

    [Fact]
    public void Faults_EverySettingWrong_NameEveryOneAtOnce() => Assert.All(Installations, installation =>
    {
        Setting[] set = [.. All.Where(setting => setting.RefusedWhen?.Holds(Reader(installation)) is not true)];
        var depended = new[] { "Installation:Mode", "Journal:Provider" };
        var wrong = set.Where(setting => !depended.Contains(setting.Key)).ToList();

        var faults = Faults(wrong.Aggregate(installation, (all, setting) => With(all, setting.Key, WrongFor(setting.Key))));

        Assert.All(wrong, setting => AssertNamed(setting.Key, true, faults));
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void Faults_WhereItMayNotBeSet_NameIt(string key) => Assert.All(
        Installations.Where(installation => Setting(key).RefusedWhen?.Holds(Reader(installation)) is true),
        installation => AssertNamed(key, true, Faults(With(installation, key, "geheim"))));

    // Sqlite with everything by hand, PostgreSQL with everything over the network, a mailbox in Microsoft 365, and a
    // demonstration with nothing set.
    private static IReadOnlyList<Dictionary<string, string?>> Installations =>
    [
        CompleteInstallation.ByHand,
        new(CompleteInstallation.Production)
        {
            ["Journal:Provider"] = "Postgres",
            ["Journal:ConnectionString"] = "Host=db;Database=journal;SSL Mode=VerifyFull",
            ["Umbrella:BaseAddress"] = "https://umbrella.example",
            ["Umbrella:ApiKey"] = "sleutel-van-Umbrella",
            ["Viewpoint:BaseAddress"] = "https://viewpoint.example",
            ["Viewpoint:ClientId"] = "wizard",
            ["Viewpoint:ClientSecret"] = "sleutel-van-Viewpoint",
            ["Postex:BaseAddress"] = "https://postex.example",
            ["Postex:Token"] = "teken",
            ["Postex:GeneratorId"] = "263",
            ["Mailbox:SmtpHost"] = "mail.example",
            ["Mailbox:From"] = "wonen@thuis.example",
            ["Mailbox:UserName"] = "wonen",
            ["Mailbox:OAuth:TokenAddress"] = "https://login.example/token",
            ["Mailbox:OAuth:ClientId"] = "wizard",
            ["Mailbox:OAuth:ClientSecret"] = "sleutel-van-de-mail",
        },
        new(CompleteInstallation.ByHand)
        {
            ["Mailbox:Mode"] = "Graph",
            ["Mailbox:From"] = "wonen@thuis.example",
            ["Mailbox:Graph:Tenant"] = "thuis.example",
            ["Mailbox:Graph:ClientId"] = "wizard",
            ["Mailbox:Graph:ClientSecret"] = "sleutel-van-de-mail",
        },
        [],
    ];

    private IEnumerable<Dictionary<string, string?>> Fitting(string key) =>
        Installations.Where(installation => Setting(key).RefusedWhen?.Holds(Reader(installation)) is not true);

    private static Dictionary<string, string?> With(Dictionary<string, string?> settings, string key, string? value)
    {
        var changed = new Dictionary<string, string?>(settings) { [key] = value };
        if (value is null)
            changed.Remove(key);
        return changed;
    }

    private static Setting Setting(string key) => All.Single(setting => setting.Key == key);

    private static string WrongFor(string key) => FreeText.Contains(Setting(key).Kind) ? $"geheim\0{Wrong}" : Wrong;

    private static IEnumerable<string> Outside(Setting setting) =>
    [
        .. setting.Least is { } least ? [Moved(least, -1)] : Array.Empty<string>(),
        .. setting.Most is { } most ? [Moved(most, 1)] : Array.Empty<string>(),
    ];

    private static string Moved(string bound, int by) => bound.Contains(':', StringComparison.Ordinal)
        ? $"{TimeSpan.Parse(bound, null) + TimeSpan.FromMilliseconds(by)}"
        : $"{decimal.Parse(bound, System.Globalization.CultureInfo.InvariantCulture) + by}";

    private SettingsReader Reader(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new SettingsReader(
            configuration, ActivationWizard.App.Hosting.InstallationOptions.IsDemo(configuration), _folder.Path);
    }

    private IReadOnlyList<string> Faults(Dictionary<string, string?> settings) => Reader(settings).Faults(AppSettings.Declared);

    private static void AssertNamed(string key, bool isNamed, IReadOnlyList<string> faults)
    {
        Assert.Equal(isNamed, faults.Any(fault => fault.StartsWith($"{key} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(faults, fault => fault.Contains("geheim", StringComparison.Ordinal));
    }
}
