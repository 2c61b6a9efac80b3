using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>
/// The server itself, as a process without rights in a folder of its own, whoever runs the tests; with the address at which it
/// asks whose a token is, and the server to which it hands what is submitted.
/// </summary>
internal sealed class DovecotProcess : IAsyncDisposable
{
    private const int Attempts = 3;

    private static readonly TimeSpan Limit = Waiting.Limit;
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly X509Certificate2 _certificate = TestCertificate.For("localhost");
    private LoopbackSite? _introspection;
    private ChildProcess? _process;

    private DovecotProcess()
    {
    }

    public ConcurrentDictionary<string, string> Tokens { get; } = new();

    public LoopbackSmtp Relay { get; } = new() { Extensions = ["SIZE 30000000", "8BITMIME"] };

    public int ImapPort { get; private set; }

    public int SubmissionPort { get; private set; }

    /// <summary>The file with the authority that signed its certificate.</summary>
    public string Authority => _folder["cert.pem"];

    /// <summary>The folder that has a folder for each person.</summary>
    public string MailFolder => _folder["mail"];

    public static async Task<DovecotProcess> StartAsync()
    {
        var program = DovecotPrograms.Find()
            ?? throw new InvalidOperationException("dovecot is not installed; a run without --no-install installs it.");
        var made = new DovecotProcess();
        try
        {
            await made.RunAsync(program);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_introspection is not null)
            await _introspection.DisposeAsync();
        await Relay.DisposeAsync();
        _certificate.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(string program)
    {
        _introspection = await LoopbackSite.StartAsync(app => app.MapPost("/introspect", AnswerAsync));
        await File.WriteAllTextAsync(_folder["cert.pem"], _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(
            _folder["key.pem"], _certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var asOwner = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]
            : Array.Empty<string>();
        var (user, group) = (await SaidAsync([.. asOwner, "id", "-un"]), await SaidAsync([.. asOwner, "id", "-gn"]));
        if (asOwner.Length > 0)
            await SaidAsync(["chown", "-R", $"{user}:{group}", _folder.Path]);
        for (var attempt = 1; ; attempt++)
        {
            (ImapPort, SubmissionPort) = FreePorts();
            await File.WriteAllTextAsync(_folder["dovecot.conf"], DovecotSettings.Of(this, _folder, user, group));
            await File.WriteAllTextAsync(_folder["oauth2.conf"], DovecotSettings.Introspection(_introspection.Address));
            await File.WriteAllTextAsync(_folder["people"], DovecotSettings.People);
            string[] command =
                [.. asOwner, .. ChildProcess.EndingWithUs(_folder.Path, program, "-F", "-c", _folder["dovecot.conf"])];
            try
            {
                (_process, _) = await ChildProcess.StartAsync(
                    command[0], command[1..], _folder.Path, "starting up for imap", _log);
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Somebody else was quicker to take one of the ports.
            }
        }
    }

    // RFC 7662: whether a token is valid, and whose it is.
    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var person = Tokens.GetValueOrDefault(form["token"].ToString());
        await context.Response.WriteAsJsonAsync(
            person is null ? new { active = "false", username = "" } : new { active = "true", username = person },
            context.RequestAborted);
    }

    private static (int Imap, int Submission) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    private static async Task<string> SaidAsync(string[] command)
    {
        var result = await CommandLine.RunAsync(command[0], command[1..], Limit);
        return result.Succeeded
            ? result.Output.Trim()
            : throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"dovecot cannot be started: {command[0]}: {result.Reason}"));
    }
}
