using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.App.Journal;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>The app as a process, on PostgreSQL that it cannot use: a sentence with the setting, and no stack trace.</summary>
public sealed class UnusableDatabaseTests(PostgresServer postgres) : IDisposable
{
    // Nothing listens on the first port of all.
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=geheim;Username=geheim;Password=geheim";
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task Start_NoServer_NamesTheConnectionString() => AssertRefused(
        "Journal:ConnectionString: the database cannot be used (its server does not answer at that address).",
        await StartAsync(Nowhere));

    [Fact]
    public async Task Start_AUserWhoIsNotLetIn_NamesTheConnectionString() => AssertRefused(
        "Journal:ConnectionString: the database cannot be used "
            + "(its server refuses the user name or the password, SQLSTATE 28000).",
        await StartAsync(new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync())
        {
            Username = "geheim",
            Password = "geheim",
        }.ConnectionString));

    [Fact]
    public async Task Start_NoServerForTheKeys_NamesTheKeyStore() => AssertRefused(
        "Journal:KeyStore: the database cannot be used (its server does not answer at that address).",
        await StartAsync(await postgres.CreateDatabaseAsync(), $"--Journal:KeyStore={Nowhere}"));

    [Fact]
    public async Task Start_AnAccountThatMayMakeNothing_NamesTheConnectionString()
    {
        await postgres.RunAsync("CREATE ROLE geheim_zonder_rechten LOGIN");
        var database = await postgres.CreateDatabaseAsync();
        string With(string? name) => new NpgsqlConnectionStringBuilder(database)
        {
            Username = "geheim_zonder_rechten",
            Database = name ?? new NpgsqlConnectionStringBuilder(database).Database,
        }.ConnectionString;
        const string sentence = "Journal:ConnectionString: the database has to be made or brought up to date, and this account "
            + "may not do that. Run --migrate with the connection string of the owner of the tables, then what --database-roles "
            + "says, and start again.";

        AssertRefused(sentence, await StartAsync(With(null)));
        // A database that is not there would have to be made.
        AssertRefused(sentence, await StartAsync(With("geheim_elders")));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.InvalidPassword, "refuses the user name or the password")]
    [InlineData(PostgresErrorCodes.InvalidAuthorizationSpecification, "refuses the user name or the password")]
    [InlineData(PostgresErrorCodes.InvalidCatalogName, "has no database of that name")]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, "its account lacks a right")]
    [InlineData(PostgresErrorCodes.TooManyConnections, "SQLSTATE 53300")]
    public void Kind_OfWhatAServerRefuses_IsSaidWithoutItsMessage(string state, string said)
    {
        var kind = UnusableJournalException.Kind(new PostgresException("geheim", "FATAL", "FATAL", state));

        Assert.Contains(said, kind, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", kind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AServerWhoseCertificateIsOver_SaysSo()
    {
        var asOf = TimeProvider.System.GetUtcNow();
        using var certificate = TestCertificate.For("localhost", asOf.AddDays(-1));
        await File.WriteAllTextAsync(
            _data["root.pem"], certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeTlsAsync(listener, certificate);

        var run = await StartAsync(
            $"Host=localhost;Port={((IPEndPoint)listener.LocalEndpoint).Port};Database=geheim;Username=geheim;Password=geheim;"
            + $"SSL Mode=VerifyCA;Root Certificate={_data["root.pem"]};Timeout=5");

        listener.Stop();
        await serving;
        AssertRefused(
            "Journal:ConnectionString: the database cannot be used (its server's certificate is over, or not trusted here).",
            run);
    }

    [Theory]
    [InlineData(8, "it can be read only")]
    [InlineData(11, "the file is damaged")]
    [InlineData(13, "the disk is full")]
    [InlineData(26, "the file is no database")]
    [InlineData(5, "SQLite error 5")]
    public void Kind_OfWhatAFileRefuses_IsSaidWithoutItsMessage(int code, string said)
    {
        var kind = UnusableJournalException.Kind(new SqliteException("geheim", code));

        Assert.Contains(said, kind, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", kind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_NamesTheSetting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await AppRun.ToItsEndAsync(_data.Path, $"--Urls=http://{taken.LocalEndpoint}");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                "ActivationWizard does not start, because of its settings:",
                "  Urls: another program listens on this address already. Is the app running twice?",
            ],
            run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private Task<(int ExitCode, string Output, string Error)> StartAsync(string connection, params string[] more) =>
        AppRun.ToItsEndAsync(
            _data.Path, ["--Journal:Provider=Postgres", $"--Journal:ConnectionString={connection}", .. more]);

    // What a PostgreSQL server does before anything is said of who comes: yes to TLS, and its certificate.
    private static async Task ServeTlsAsync(TcpListener listener, X509Certificate2 certificate)
    {
        var cancelled = TestContext.Current.CancellationToken;
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancelled);
                await using var stream = client.GetStream();
                await stream.ReadExactlyAsync(new byte[8], cancelled);
                await stream.WriteAsync("S"u8.ToArray(), cancelled);
                await using var tls = new SslStream(stream);
                try
                {
                    await tls.AuthenticateAsServerAsync(certificate);
                    await tls.ReadExactlyAsync(new byte[1], cancelled);
                }
                catch (Exception cause) when (cause is IOException or AuthenticationException)
                {
                    // Whoever refuses the certificate goes.
                }
            }
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException or EndOfStreamException)
        {
            // Nobody listens any more.
        }
    }

    private static void AssertRefused(string sentence, (int ExitCode, string Output, string Error) run)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["ActivationWizard does not start, because of its settings:", $"  {sentence}"], run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", run.Output, StringComparison.Ordinal);
    }
}
