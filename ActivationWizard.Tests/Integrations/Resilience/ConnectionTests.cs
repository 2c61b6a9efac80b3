using System.Net;
using System.Net.Sockets;
using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>Lines that break below HTTP, over real sockets.</summary>
public sealed class ConnectionTests
{
    private static readonly byte[] NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    [Fact]
    public async Task Change_NobodyListens_IsNotDone()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = Of(free);
        free.Stop();

        await using var services = Services(address);

        Assert.Equal("not done: Unreachable", await DispatchAsync(services));
    }

    /// <summary>A queue that is full answers no handshake: the connection has to give up before the attempt does.</summary>
    [Fact]
    public async Task Change_ConnectionNeverComes_IsNotDone()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 1);
        var waiting = Enumerable.Range(0, 4).Select(_ => new TcpClient()).ToList();
        _ = waiting.Select(client => client.ConnectAsync(IPAddress.Loopback, Of(listener).Port, Cancellation).AsTask()).ToList();

        await using var services = Services(Of(listener));
        var end = await DispatchAsync(services);

        waiting.ForEach(client => client.Dispose());
        Assert.Equal("not done: Unreachable", end);
    }

    [Fact]
    public async Task Change_TlsFails_IsNotDone()
    {
        await using var plain = await LoopbackSite.StartAsync(app => app.MapGet("/", () => "no TLS here"));
        await using var services = Services(new UriBuilder(plain.Address) { Scheme = "https" }.Uri);

        Assert.Equal("not done: Unreachable", await DispatchAsync(services));
    }

    /// <summary>
    /// The framework sends a request again by itself when a kept connection turns out to be closed. A change must not be.
    /// </summary>
    [Theory]
    [InlineData("dispatch")]
    [InlineData("delete")]
    [InlineData("unblock")]
    [InlineData("prefer")]
    public async Task Change_KeptConnectionClosedAfterTheRequest_IsSentOnce(string call)
    {
        using var stopping = new CancellationTokenSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = new List<string>();
        var serving = ServeAsync(listener, requests, stopping.Token);
        await using var services = Services(Of(listener));

        var (umbrella, postex) = (services.GetRequiredService<IUmbrella>(), services.GetRequiredService<IPostex>());
        Assert.Equal("answered", Systems.Said(await postex.ReadPreferenceAsync("1", Cancellation)));
        Assert.Equal("answered", Systems.Said(await umbrella.ReadAccountAsync("1", Cancellation)));
        var end = call switch
        {
            "dispatch" => await DispatchAsync(services),
            "prefer" => Systems.Said(await postex.SetPreferenceAsync("1", new(null), Systems.Key, Cancellation)),
            "delete" => Systems.Said(await umbrella.DeleteAccountAsync("1", "\"1\"", Systems.Key, Cancellation)),
            _ => Systems.Said(await umbrella.UnblockAsync("1", Systems.Key, Cancellation)),
        };

        await stopping.CancelAsync();
        await serving;
        Assert.Equal("unknown: Unreachable", end);
        Assert.Equal(1, requests.Count(line => !line.StartsWith("GET", StringComparison.Ordinal)));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Uri Of(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    private static ServiceProvider Services(Uri address) => Systems.Services(
        null,
        [
            ("Umbrella:BaseAddress", address.ToString()), ("Umbrella:ApiKey", "k"), ("Umbrella:AttemptTimeoutSeconds", "3"),
            ("Postex:BaseAddress", address.ToString()), ("Postex:Token", "t"), ("Postex:AttemptTimeoutSeconds", "3"),
            ("Postex:GeneratorId", "263"),
        ]);

    private static async Task<string> DispatchAsync(ServiceProvider services) =>
        Systems.Said(await services.GetRequiredService<IPostex>().DispatchAsync(Systems.Letter(), Cancellation));

    // Answers a GET with 404 without a body and keeps the connection; reads anything else to its end and closes without a word.
    private static async Task ServeAsync(TcpListener listener, List<string> requests, CancellationToken stopping)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ConverseAsync(await listener.AcceptTcpClientAsync(stopping), requests, stopping));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private static async Task ConverseAsync(TcpClient connection, List<string> requests, CancellationToken stopping)
    {
        using (connection)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await connection.GetStream().ReadAsync(buffer, stopping) is > 0 and var read)
                {
                    var request = Encoding.ASCII.GetString(buffer, 0, read);
                    lock (requests)
                        requests.Add(request);
                    if (!request.StartsWith("GET", StringComparison.Ordinal))
                        return;
                    await connection.GetStream().WriteAsync(NotFound, stopping);
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The test is over, or the client went first.
            }
        }
    }
}
