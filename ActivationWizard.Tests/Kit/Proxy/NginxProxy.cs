using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Kit.Proxy;

/// <summary>
/// nginx before an app, by <c>deploy/nginx.conf</c> with a certificate and ports of its own: what asks for the host of that file
/// by the ports of the web comes to it.
/// </summary>
internal sealed class NginxProxy : IAsyncDisposable
{
    /// <summary>The host that the file has.</summary>
    public const string Host = "codes.example.nl";

    private const int Attempts = 3;

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificate.For(Host);
    private int _http;
    private int _https;
    private ChildProcess? _process;

    private NginxProxy()
    {
    }

    /// <summary>Starts it before an app.</summary>
    /// <param name="change">Changes the lines of the file, as somebody who installs it does; null for none.</param>
    public static async Task<NginxProxy> StartAsync(TestApp app, Func<string, string>? change = null)
    {
        var made = new NginxProxy();
        try
        {
            await made.RunAsync(app, change ?? (lines => lines));
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>What nginx itself says of its settings.</summary>
    public Task<CommandResult> TestAsync() => CommandLine.RunAsync(Program(), ["-t", .. Settings()], Waiting.Limit);

    /// <summary>A browser that trusts the certificate, keeps cookies and shows each redirect instead of following it.</summary>
    public HttpClient Browser(CookieContainer cookies) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies,
        SslOptions = new()
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown?.GetCertHashString() == _certificate.GetCertHashString(),
        },
        ConnectCallback = async (context, cancellation) =>
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await (host is Host
                ? socket.ConnectAsync(IPAddress.Loopback, port is 443 ? _https : _http, cancellation)
                : socket.ConnectAsync(host, port, cancellation));
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _certificate.Dispose();
        _folder.Dispose();
    }

    private static string Program() => NginxProgram.Find()
        ?? throw new InvalidOperationException("nginx is not installed; a run without --no-install installs it.");

    private string[] Settings() => ["-e", "stderr", "-c", _folder["nginx.conf"]];

    private async Task RunAsync(TestApp app, Func<string, string> change)
    {
        await File.WriteAllTextAsync(_folder["cert.pem"], _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(_folder["key.pem"], _certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(_folder["nginx.conf"], Main());
        var lines = change(await File.ReadAllTextAsync(Path.Combine(Product.Root, "deploy/nginx.conf")));
        for (var attempt = 1; ; attempt++)
        {
            (_http, _https) = FreePorts();
            await File.WriteAllTextAsync(_folder["site.conf"], Here(lines, app.Address));
            var command = ChildProcess.EndingWithUs(_folder.Path, [Program(), .. Settings()]);
            try
            {
                (_process, _) = await ChildProcess.StartAsync(
                    command[0], command[1..], _folder.Path, "getrlimit(RLIMIT_NOFILE)", new ConcurrentQueue<string>());
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Somebody else was quicker to take one of the ports.
            }
        }
    }

    // What Debian's own file has around it and matters here is the compression, which the product's turns off.
    private string Main() => $$"""
        daemon off;
        master_process off;
        pid {{_folder["nginx.pid"]}};
        error_log stderr notice;
        events { }
        http {
            access_log off;
            gzip on;
            gzip_proxied any;
            client_body_temp_path {{_folder["body"]}};
            proxy_temp_path {{_folder["proxy"]}};
            fastcgi_temp_path {{_folder["fastcgi"]}};
            uwsgi_temp_path {{_folder["uwsgi"]}};
            scgi_temp_path {{_folder["scgi"]}};
            include {{_folder["site.conf"]}};
        }
        """;

    private string Here(string lines, Uri app)
    {
        foreach (var (theirs, ours) in new[]
        {
            ("listen 80;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{_http};")),
            ("listen 443 ssl;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{_https} ssl;")),
            ("/etc/ssl/codes.example.nl.pem", _folder["cert.pem"]),
            ("/etc/ssl/private/codes.example.nl.key", _folder["key.pem"]),
            ("http://127.0.0.1:5080;", $"http://{app.Authority};"),
        })
        {
            Assert.Equal(2, lines.Split(theirs).Length);
            lines = lines.Replace(theirs, ours, StringComparison.Ordinal);
        }

        return lines;
    }

    private static (int One, int Other) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }
}
