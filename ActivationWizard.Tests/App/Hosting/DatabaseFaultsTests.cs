using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// The check of a PostgreSQL that will not do, against a real server: a Dutch sentence for each kind of fault, and nothing of
/// what the server says of it.
/// </summary>
public sealed class DatabaseFaultsTests(PostgresServer postgres) : IDisposable
{
    // Nothing listens on the first port of all.
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=geheim;Username=geheim;Password=geheim";
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_ToNobody_NamesTheSettingOfEachThatDoesNotAnswer()
    {
        Assert.Equal(
            "Journal:ConnectionString: op dat adres geeft geen server antwoord.", await SaidAsync("Connection", Nowhere));
        Assert.Equal(
            "Journal:KeyStore: op dat adres geeft geen server antwoord.",
            await SaidAsync("Connection", await postgres.CreateDatabaseAsync(), ("Journal:KeyStore", Nowhere)));
    }

    [Fact]
    public async Task Connection_OfSomebodyUnknown_SaysThatTheServerRefuses() => Assert.Equal(
        "Journal:ConnectionString: de server weigert de gebruikersnaam of het wachtwoord (SQLSTATE 28000).",
        await SaidAsync("Connection", await OfAsync(one => one.Username = "geheim_niemand")));

    [Fact]
    public async Task Connection_ToADatabaseThatIsNotThere_SaysSo() => Assert.Equal(
        "Journal:ConnectionString: de server heeft geen database met die naam (SQLSTATE 3D000).",
        await SaidAsync("Connection", await OfAsync(one => one.Database = "geheim_elders")));

    [Fact]
    public async Task Connection_WhereNoneIsLeft_SaysSo()
    {
        await postgres.RunAsync("CREATE ROLE geheim_te_druk LOGIN CONNECTION LIMIT 0");

        Assert.Equal(
            "Journal:ConnectionString: de server heeft geen verbinding meer vrij (SQLSTATE 53300).",
            await SaidAsync("Connection", await OfAsync(one => one.Username = "geheim_te_druk")));
    }

    [Fact]
    public async Task Schema_OfAnotherInstallationOrForNobodysEyes_SaysWhich()
    {
        await postgres.RunAsync("CREATE ROLE geheim_zonder_blik LOGIN");
        await using var made = await JournalHost.StartAsync(JournalProvider.Postgres, postgres);
        var connection = made.Storage.ConnectionString!;

        Assert.Equal(
            "Journal:MasterKey, Journal:MasterKeyFile: dit is niet de hoofdsleutel van deze database.",
            await SaidAsync("Schema", connection));
        Assert.Equal(
            "Journal:ConnectionString: dit account mist een recht (SQLSTATE 42501). --database-roles geeft de rechten.",
            await SaidAsync("Schema", new NpgsqlConnectionStringBuilder(connection)
            {
                Username = "geheim_zonder_blik",
            }.ConnectionString));
    }

    [Fact]
    public void Words_OfEveryKindOfFault_AreInBothLanguages() => Assert.All(Enum.GetValues<DatabaseFaultKind>(), kind =>
    {
        var fault = new DatabaseFault(kind, "Journal:ConnectionString", "SQLSTATE 00000");
        var dutch = CheckWords.Of(fault);
        using var reader = new FixedCulture("en-GB");
        var english = CheckWords.Of(fault);

        Assert.NotEqual(dutch, english);
        Assert.All(
            new[] { dutch, english }, said => Assert.StartsWith("Journal:ConnectionString: ", said, StringComparison.Ordinal));
    });

    public void Dispose() => _data.Dispose();

    private async Task<string> OfAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        var connection = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        change(connection);
        return connection.ConnectionString;
    }

    private async Task<string> SaidAsync(string line, string connection, params (string Key, string Value)[] settings)
    {
        await using var services = JournalHost.Services(
            new JournalStorage(_data.Path, connection), DatabaseMark.Demo, settings);
        var check = new DatabaseCheck(ActivatorUtilities.CreateInstance<JournalTrial>(services));

        var found = (await check.RunAsync(Cancellation)).Single(one => one.Name == line);

        Assert.Equal(CheckResult.Differs, found.Observation.Result);
        var said = CheckWords.Came(found);
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
        return said;
    }
}
