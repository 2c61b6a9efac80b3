using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>Whom we believe, and whom we show our secrets to.</summary>
public sealed class SmtpSignInTests : IDisposable
{
    private const string Password = "geheim-wachtwoord";
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);
    private static readonly EffectOutcome<NoResult>.NotDone NotAllowed = new(FailureReason.NotAllowed);
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificate.For("localhost");

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task Send_ServerOfOurOwnAuthority_GetsPasswordAndMailOverTlsOnly(string security)
    {
        await using var server = Server(security);
        using var bench = Bench(server, security, ("CertificateAuthority", Trusted(_certificate)));

        Assert.Equal(Done, await bench.SendAsync());
        Assert.Single(server.Taken);
        Assert.Contains(server.Commands, one => one.Secure && one.Line == $"AUTH PLAIN {Base64($"\0wonen\0{Password}")}");
        Assert.All(server.Commands.Where(one => !one.Secure), one => Assert.Matches("^(EHLO|STARTTLS)", one.Line));
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task Send_ServerNobodyVouchesFor_GetsNothing(string security)
    {
        await using var server = Server(security);
        using var bench = Bench(server, security);

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await bench.SendAsync());
        Assert.DoesNotContain(server.Commands, one => one.Secure);
    }

    [Fact]
    public async Task Send_CertificateOfAnotherName_GetsNothing()
    {
        using var other = TestCertificate.For("mail.elders.example");
        await using var server = new LoopbackSmtp { Certificate = other };
        using var bench = Bench(server, "Tls", ("CertificateAuthority", Trusted(other)));

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await bench.SendAsync());
        Assert.Empty(server.Commands);
    }

    [Fact]
    public async Task Send_StartTlsWithheld_DoesNotFallBackToPlainText()
    {
        await using var server = new LoopbackSmtp();
        using var bench = Bench(server, "StartTls");

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Nonsense), await bench.SendAsync());
        Assert.DoesNotContain(server.Commands, one => one.Line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AUTH", "535 5.7.8 wrong password")]
    [InlineData("MAIL", "530 5.7.0 sign in first")]
    public async Task Send_NotLetIn_IsNotDoneAndSaysSo(string command, string answer)
    {
        await using var server = new LoopbackSmtp((command, answer));
        using var bench = Bench(server, "None");

        Assert.Equal(NotAllowed, await bench.SendAsync());
        Assert.DoesNotContain(Password, bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("\"3600\"")]
    public async Task Send_WithOAuth_SignsInWithTheTokenAndAsksItOnce(string lifetime)
    {
        var asked = new List<string>();
        await using var tokens = await TokensAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            asked.Add(await reader.ReadToEndAsync(context.RequestAborted));
            await context.Response.WriteAsync(
                $$"""{ "access_token": "token-{{asked.Count}}", "expires_in": {{lifetime}} }""", context.RequestAborted);
        });
        await using var server = new LoopbackSmtp();
        using var bench = OAuthBench(server, tokens);

        Assert.Equal(Done, await bench.SendAsync());
        Assert.Equal(Done, await bench.SendAsync());
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(Done, await bench.SendAsync());

        string[] expected = ["token-1", "token-1", "token-2"];
        Assert.Equal(
            expected.Select(token => $"AUTH XOAUTH2 {Base64($"user=wonen\u0001auth=Bearer {token}\u0001\u0001")}"),
            server.Commands.Select(one => one.Line).Where(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
        Assert.Equal("grant_type=client_credentials&client_id=wizard&client_secret=geheim&scope=mail", asked[0]);
        Assert.Equal(2, asked.Count);
    }

    [Theory]
    [InlineData(401, "{}", FailureReason.NotAllowed)]
    [InlineData(500, "{}", FailureReason.Unreachable)]
    [InlineData(302, "{}", FailureReason.Unreachable)]
    [InlineData(200, "<html>", FailureReason.Nonsense)]
    [InlineData(200, "{}", FailureReason.Nonsense)]
    [InlineData(200, """{ "access_token": "" }""", FailureReason.Nonsense)]
    [InlineData(200, "null", FailureReason.Nonsense)]
    public async Task Send_NoToken_IsNotDone(int status, string body, FailureReason why)
    {
        await using var tokens = await TokensAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        await using var server = new LoopbackSmtp();
        using var bench = OAuthBench(server, tokens);

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(why), await bench.SendAsync());
        Assert.DoesNotContain(server.Commands, one => one.Line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
    }

    private LoopbackSmtp Server(string security) => new()
    {
        Certificate = _certificate,
        Extensions = security is "Tls" ? ["AUTH PLAIN"] : ["AUTH PLAIN", "STARTTLS"],
    };

    private string Trusted(X509Certificate2 certificate)
    {
        File.WriteAllText(_folder["authority.pem"], certificate.ExportCertificatePem());
        return _folder["authority.pem"];
    }

    private static MailboxBench Bench(LoopbackSmtp server, string security, params (string, string)[] more) => new(
    [
        ("SmtpHost", "localhost"), ("SmtpPort", server.Port), ("Security", security), ("From", "wonen@thuis.example"),
        ("UserName", "wonen"), ("Password", Password), .. more,
    ]);

    private static MailboxBench OAuthBench(LoopbackSmtp server, LoopbackSite tokens) => new(
        ("SmtpHost", "127.0.0.1"), ("SmtpPort", server.Port), ("Security", "None"), ("From", "wonen@thuis.example"),
        ("UserName", "wonen"), ("OAuth:TokenAddress", new Uri(tokens.Address, "token").ToString()),
        ("OAuth:ClientId", "wizard"), ("OAuth:ClientSecret", "geheim"), ("OAuth:Scope", "mail"));

    private static Task<LoopbackSite> TokensAsync(RequestDelegate answer) =>
        LoopbackSite.StartAsync(app => app.MapPost("/token", answer));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
