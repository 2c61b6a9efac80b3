using System.Net.Sockets;
using System.Security.Cryptography;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using Npgsql;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// Two instances on one PostgreSQL, as on two machines: a data folder each, nothing shared but the database and the settings.
/// They are reached through a gateway that knows no sticky sessions, and reach the database through another.
/// </summary>
public sealed class Instances(PostgresServer postgres) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["Journal:Provider"] = "Postgres",
        ["Journal:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Activation:FingerprintKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    public TestApp One { get; private set; } = null!;

    public TestApp Other { get; private set; } = null!;

    /// <summary>Before both.</summary>
    internal Gateway Gateway { get; private set; } = null!;

    /// <summary>Before the database.</summary>
    internal Gateway Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        Database = new Gateway(new UnixDomainSocketEndPoint(Path.Combine(connection.Host!, ".s.PGSQL.5432")));
        (connection.Host, connection.Port) = ("127.0.0.1", Database.Port);
        _settings["Journal:ConnectionString"] = connection.ConnectionString;
        One = new TestApp(new() { Settings = _settings });
        Other = new TestApp(new() { Settings = _settings });
        Gateway = new Gateway(Gateway.Of(One.Address), Gateway.Of(Other.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Other.DisposeAsync();
        await One.DisposeAsync();
        await Database.DisposeAsync();
    }
}
