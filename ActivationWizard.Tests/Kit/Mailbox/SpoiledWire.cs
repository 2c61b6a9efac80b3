using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>What a wire does at the command it spoils.</summary>
public enum WireFault
{
    /// <summary>Passes it on like any other: it is only noticed.</summary>
    None,


    /// <summary>The connection breaks before the server hears it.</summary>
    CutBefore,

    /// <summary>The server does it, and the answer is lost with the connection.</summary>
    CutAfter,

    /// <summary>The server says goodbye instead, as one that is too busy does.</summary>
    Goodbye,

    /// <summary>Nothing comes back, ever.</summary>
    Silence,
}

/// <summary>
/// A port on loopback before a mail server, in the clear: it passes everything on, and spoils the first command that begins with
/// what it is told.
/// </summary>
internal sealed class SpoiledWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private TaskCompletionSource _spoiled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _server;
    private readonly Task _accepting;
    private (string Command, WireFault Fault)? _next;
    private bool _isOver;

    public SpoiledWire(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Done once the command was spoiled that it was last told of.</summary>
    public Task Spoiled => _spoiled.Task;

    /// <summary>Spoils the next command, after its tag, that begins so.</summary>
    public void Spoil(string command, WireFault fault)
    {
        _spoiled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _next = (command, fault);
    }

    /// <summary>From then on nothing is behind it. Twice is as once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, true))
            return;
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_ending.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task PassAsync(TcpClient from)
    {
        using var client = from;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _ending.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            var isLosing = new StrongBox<bool>();
            await Task.WhenAny(CommandsAsync(near, far, isLosing), AnswersAsync(far, near, isLosing));
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or SocketException)
        {
            // One of the two ends is gone.
        }
    }

    private async Task AnswersAsync(NetworkStream server, NetworkStream client, StrongBox<bool> isLosing)
    {
        var buffer = new byte[16 * 1024];
        while (await server.ReadAsync(buffer, _ending.Token) is > 0 and var count && !isLosing.Value)
            await client.WriteAsync(buffer.AsMemory(0, count), _ending.Token);
    }

    // Ends when the connection is to break.
    private async Task CommandsAsync(NetworkStream client, NetworkStream server, StrongBox<bool> isLosing)
    {
        using var reader = new StreamReader(client, Encoding.Latin1);
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            switch (FaultOf(line))
            {
                case null or WireFault.None:
                    await SayAsync(server, line);
                    break;
                case WireFault.CutAfter:
                    isLosing.Value = true;
                    await SayAsync(server, line);
                    break;
                case WireFault.Silence:
                    break;
                case WireFault.Goodbye:
                    await SayAsync(client, "* BYE too many at once");
                    return;
                default:
                    return;
            }
        }
    }

    private WireFault? FaultOf(string line)
    {
        var command = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (_next is not { } next || !command.StartsWith(next.Command, StringComparison.Ordinal))
            return null;
        _next = null;
        _spoiled.TrySetResult();
        return next.Fault;
    }

    private async Task SayAsync(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), _ending.Token);
}
