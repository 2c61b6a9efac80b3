using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>
/// A submission server on a free loopback port, written from RFC 5321, that answers as its script says. A line of the script is a
/// command (CONNECT, EHLO, AUTH, MAIL, RCPT, DATA, END after the text, QUIT) and the answer instead of the usual one.
/// </summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    /// <summary>The answer that is no answer: the connection breaks.</summary>
    public const string Drop = "drop";

    /// <summary>The answer that never comes.</summary>
    public const string FailureReason = "silence";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> _script;
    private readonly Task _serving;

    public LoopbackSmtp(params (string Command, string Answer)[] script)
    {
        _script = script.ToDictionary(line => line.Command, line => line.Answer, StringComparer.Ordinal);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        _serving = ServeAsync();
    }

    public string Port { get; }

    public string[] Extensions { get; init; } = ["PIPELINING", "SIZE 1000000", "8BITMIME", "AUTH PLAIN XOAUTH2"];

    /// <summary>With it there is TLS: from the start, or after STARTTLS when that is among the extensions.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Every command line that came, and whether it came over TLS.</summary>
    public List<(string Line, bool Secure)> Commands { get; } = [];

    /// <summary>The mails that were taken, whether or not the client was told.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Gets each mail the moment it is taken, as the folder does in which a server files what was sent.</summary>
    public Action<string> Files { get; init; } = _ => { };

    /// <summary>Done as soon as an answer is withheld.</summary>
    public Task Silent => _silent.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await using var conversation = new Conversation(client.GetStream(), secure: false);
                    await TalkAsync(conversation);
                }
                catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client left, or did not believe the certificate.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(Conversation with)
    {
        var startTls = Extensions.Contains("STARTTLS", StringComparer.Ordinal);
        if (Certificate is not null && !startTls)
            await with.SecureAsync(Certificate, _stop.Token);
        if (!await AnswerAsync(with, "CONNECT", "220 loopback ESMTP"))
            return;

        while (await with.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Add((line, with.Secure));
            var command = line.Split([' ', ':'], 2)[0].ToUpperInvariant();
            var offered = Extensions.Where(one => one != "STARTTLS" || !with.Secure).Prepend("loopback").ToArray();
            var usual = command switch
            {
                "EHLO" => string.Join("\r\n", offered.Select((one, at) => $"250{(at < offered.Length - 1 ? '-' : ' ')}{one}")),
                "STARTTLS" => "220 go on",
                "AUTH" => "235 welcome",
                "DATA" => "354 the text, please",
                "BDAT" => "",
                "QUIT" => "221 goodbye",
                _ => "250 fine",
            };
            if (usual.Length > 0 && !await AnswerAsync(with, command, usual))
                return;
            if (command is "STARTTLS")
                await with.SecureAsync(Certificate!, _stop.Token);
            if (command is "BDAT" or "DATA" && !_script.ContainsKey("DATA") && !await TakeAsync(with, line))
                return;
            if (command is "QUIT")
                return;
        }
    }

    private async Task<bool> TakeAsync(Conversation with, string command)
    {
        var text = new StringBuilder();
        if (command.StartsWith("BDAT", StringComparison.Ordinal))
            text.Append(await with.ReadAsync(int.Parse(command.Split(' ')[1], CultureInfo.InvariantCulture), _stop.Token));
        else
        {
            while (await with.ReadLineAsync(_stop.Token) is { } line && line != ".")
                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        // With the connection dropped or silent afterwards this is the mail that was taken without our knowing.
        if (!_script.TryGetValue("END", out var answer) || answer is Drop or FailureReason)
        {
            Taken.Add(text.ToString());
            Files(text.ToString());
        }

        return await AnswerAsync(with, "END", "250 taken");
    }

    private async Task<bool> AnswerAsync(Conversation with, string command, string usual)
    {
        var answer = _script.GetValueOrDefault(command, usual);
        if (answer is FailureReason)
        {
            _silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (answer is Drop)
            return false;
        await with.WriteAsync(answer + "\r\n", _stop.Token);
        return true;
    }

    private sealed class Conversation(Stream stream, bool secure) : IAsyncDisposable
    {
        private Stream _stream = stream;
        private StreamReader _reader = new(stream, Encoding.Latin1, leaveOpen: true);

        public bool Secure { get; private set; } = secure;

        public async Task SecureAsync(X509Certificate2 certificate, CancellationToken cancellation)
        {
            var tls = new SslStream(_stream);
            var options = new SslServerAuthenticationOptions { ServerCertificate = certificate };
            await tls.AuthenticateAsServerAsync(options, cancellation);
            (_stream, _reader, Secure) = (tls, new StreamReader(tls, Encoding.Latin1, leaveOpen: true), true);
        }

        public ValueTask<string?> ReadLineAsync(CancellationToken cancellation) => _reader.ReadLineAsync(cancellation);

        public async Task<string> ReadAsync(int count, CancellationToken cancellation)
        {
            var text = new char[count];
            return new string(text, 0, await _reader.ReadBlockAsync(text, cancellation));
        }

        public ValueTask WriteAsync(string text, CancellationToken cancellation) =>
            _stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);

        public ValueTask DisposeAsync() => _stream.DisposeAsync();
    }
}
