using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What a relay does with who calls it.</summary>
internal enum Line
{
    /// <summary>It passes everything on.</summary>
    Open,

    /// <summary>It hangs up at once.</summary>
    Cut,

    /// <summary>It reads the beginning of the handshake, begins an answer, and hangs up.</summary>
    BrokenHandshake,

    /// <summary>It answers a handshake with a page, as a proxy does that stands in between.</summary>
    PlainText,
}

/// <summary>
/// Stands on loopback between two parties that speak TCP, and can be cut. With a certificate it speaks TLS to who calls, and
/// plainly to whom it passes on.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private static readonly byte[] Page = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = [];
    private readonly Uri _target;
    private readonly Task _accepting;
    private int _calls;

    public Relay(Uri target, X509Certificate2? certificate = null)
    {
        (_target, Certificate) = (target, certificate);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address =>
        new($"{(Certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What it shows to who calls next.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>What it does with who calls next.</summary>
    public Line Line { get; set; }

    /// <summary>How often it was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Ends every connection that is open now.</summary>
    public void Hangup()
    {
        foreach (var socket in _open.Keys)
            socket.Close(0);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Hangup();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // It was told to stop listening.
        }
    }

    private async Task PassAsync(Socket caller)
    {
        using var target = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        caller.NoDelay = true;
        (_open[caller], _open[target]) = (true, true);
        Interlocked.Increment(ref _calls);
        try
        {
            await using var near = await GreetAsync(caller);
            await target.ConnectAsync(IPAddress.Loopback, _target.Port);
            await using var far = new NetworkStream(target);
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // Hanging up is what it is for.
        }
        finally
        {
            _open.Remove(caller, out _);
            _open.Remove(target, out _);
            caller.Dispose();
        }
    }

    private async Task<Stream> GreetAsync(Socket caller)
    {
        var plain = new NetworkStream(caller);
        if (Line is Line.Open && Certificate is not null)
        {
            var secure = new SslStream(plain);
            await secure.AuthenticateAsServerAsync(Certificate);
            return secure;
        }

        if (Line is Line.Open)
            return plain;
        if (Line is not Line.Cut)
            await plain.ReadAtLeastAsync(new byte[64], 1, throwOnEndOfStream: false);
        if (Line is Line.BrokenHandshake)
            await plain.WriteAsync(new byte[] { 0x16, 0x03, 0x03, 0x00, 0x7a, 0x02 });
        if (Line is Line.PlainText)
            await plain.WriteAsync(Page);
        throw new IOException("The line is not open.");
    }

    private static bool IsBroken(Exception failure) => failure is IOException or SocketException or ObjectDisposedException
        or System.Security.Authentication.AuthenticationException or InvalidOperationException;
}
