using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// A port on loopback that passes each connection on to one of several servers, as a load balancer without sticky sessions does;
/// or to none, as if they were gone.
/// </summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly EndPoint[] _behind;
    private readonly Task _accepting;
    private int _count;

    public Gateway(params EndPoint[] behind)
    {
        _behind = behind;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where a web server listens on loopback.</summary>
    public static EndPoint Of(Uri address) => new IPEndPoint(IPAddress.Loopback, address.Port);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>As the address of a web server.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Which server gets new connections; null for each in turn.</summary>
    public int? Towards { get; set; }

    /// <summary>Refuses every connection, as if nothing were behind it.</summary>
    public bool IsShut { get; set; }

    /// <summary>How many connections each server got.</summary>
    public ConcurrentDictionary<int, int> Passed { get; } = new();

    /// <summary>Breaks off what is connected.</summary>
    public void Cut()
    {
        foreach (var socket in _open.Keys)
            socket.Close(timeout: 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptSocketAsync(_ending.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task PassAsync(Socket from)
    {
        if (IsShut)
        {
            from.Close(timeout: 0);
            return;
        }

        var at = Towards ?? (Interlocked.Increment(ref _count) % _behind.Length);
        Passed.AddOrUpdate(at, 1, (_, count) => count + 1);
        var behind = _behind[at];
        var protocol = behind is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp;
        using var to = new Socket(behind.AddressFamily, SocketType.Stream, protocol);
        (_open[from], _open[to]) = (0, 0);
        try
        {
            await to.ConnectAsync(behind, _ending.Token);
            await Task.WhenAny(CopyAsync(from, to), CopyAsync(to, from));
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One of the two ends is gone.
        }
        finally
        {
            _open.TryRemove(from, out _);
            _open.TryRemove(to, out _);
            from.Dispose();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // One of the two ends is gone.
        }
    }
}
