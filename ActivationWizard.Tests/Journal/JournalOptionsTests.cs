using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Journal;

public sealed class JournalOptionsTests : IDisposable
{
    private const string Secret = "Host=db;Password=geheim;Port=nonsense";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Journal:Provider", "Oracle", "Journal:Provider")]
    [InlineData("Journal:Provider", "1", "Journal:Provider")]
    [InlineData("Journal:Provider", "Postgres", "Journal:ConnectionString")]
    [InlineData("Journal:ConnectionString", Secret, "Journal:ConnectionString")]
    [InlineData("Journal:KeyStore", Secret, "Journal:KeyStore")]
    [InlineData("Journal:MasterKey", "geheim", "Journal:MasterKey")]
    [InlineData("Journal:MasterKey", "AAAA", "Journal:MasterKey")]
    [InlineData("Journal:MasterKeyFile", "/nowhere/geheim", "Journal:MasterKeyFile")]
    public void Check_AWrongSetting_NamesTheKeyAndNotTheValue(string key, string value, string named)
    {
        var cause = Assert.Throws<OptionsValidationException>(() => Check(DatabaseMark.Demo, (key, value)));

        Assert.Contains(named, Assert.Single(cause.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Journal:ConnectionString")]
    [InlineData("Journal:KeyStore")]
    public void Check_AConnectionStringThatIsNone_IsRefused(string key)
    {
        (string Key, string Value)[] settings =
            [("Journal:Provider", "postgres"), ("Journal:ConnectionString", "Host=db;Database=journal"), (key, Secret)];

        var cause = Assert.Throws<OptionsValidationException>(() => Check(DatabaseMark.Demo, settings));

        Assert.StartsWith(key, Assert.Single(cause.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ProductionWithoutAKey_IsRefusedAndMakesNone()
    {
        var cause = Assert.Throws<OptionsValidationException>(() => Check(DatabaseMark.Production));

        Assert.Contains("Journal:MasterKey", Assert.Single(cause.Failures), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Check_TwoKeys_IsRefused()
    {
        var cause = Assert.Throws<OptionsValidationException>(() =>
            Check(
                DatabaseMark.Production,
                ("Journal:MasterKey", FixedKey.Master),
                ("Journal:MasterKeyFile", "key")));

        Assert.Contains("Journal:MasterKeyFile", Assert.Single(cause.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddJournal_ProductionWithAKeyInAFile_WorksFromTheStartOfTheHost()
    {
        var file = _folder["elsewhere.key"];
        await File.WriteAllTextAsync(file, FixedKey.Master + "\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Journal:MasterKeyFile", file)]);
        builder.Services.AddSingleton(TimeProvider.System);
        var read = new SettingsReader(builder.Configuration, isDemo: false);
        read.ThrowWhenWrong([JournalOptions.Declared]);
        builder.Services.AddJournal(JournalOptions.Read(read), _folder["data"], DatabaseMark.Production);
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        var opened = await host.Services.GetRequiredService<ICaseJournal>()
            .OpenAsync(Story.Request(), Actor.Wizard, null, TestContext.Current.CancellationToken);
        Assert.Equal(1, opened.Number.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder["data"], MasterKeySource.DemoFile)));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void AddJournal_ADemoKeyThatIsNone_IsRefusedAndKept()
    {
        File.WriteAllText(_folder[MasterKeySource.DemoFile], "geheim");

        var cause = Assert.Throws<OptionsValidationException>(
            () => new ServiceCollection().AddJournal(new JournalOptions(), _folder.Path, DatabaseMark.Demo));

        Assert.Contains(MasterKeySource.DemoFile, Assert.Single(cause.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", cause.Message, StringComparison.Ordinal);
        Assert.Equal("geheim", File.ReadAllText(_folder[MasterKeySource.DemoFile]));
    }

    private static void Check(DatabaseMark mark, params (string Key, string Value)[] settings) => new SettingsReader(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .GroupBy(one => one.Key)
                .ToDictionary(one => one.Key, one => (string?)one.Last().Value))
            .Build(),
        mark is DatabaseMark.Demo).ThrowWhenWrong([JournalOptions.Declared]);
}
