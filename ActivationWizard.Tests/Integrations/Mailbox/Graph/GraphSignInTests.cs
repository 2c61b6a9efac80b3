using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>How an app without a user comes in: a secret, or a certificate; a token that is kept, and replaced.</summary>
public sealed class GraphSignInTests : IDisposable
{
    private static readonly (string, string)[] RealOne =
    [
        ("Mode", "Graph"), ("From", "wonen@thuis.example"), ("Graph:BaseAddress", "{mailbox}v1.0"),
        ("Graph:TokenAddress", "{mailbox}oauth2/v2.0/token"), ("Graph:ClientId", new MailboxSandboxOptions().ClientId),
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Token_IsAskedForOnceAndKept()
    {
        await using var bench = await GraphBench.StartAsync(settings: [.. RealOne, ("Graph:ClientSecret", Secret)]);

        Assert.IsType<EffectOutcome<NoResult>.Done>(await bench.SendAsync());
        Assert.IsType<Reply<ReferenceMatch>.Answered>(await bench.FindAsync());

        Assert.Equal(1, Tokens(bench));
        Assert.DoesNotContain(Secret, bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_Refused_IsReplacedOnceEvenForASending()
    {
        await using var bench = await GraphBench.StartAsync(settings: [.. RealOne, ("Graph:ClientSecret", Secret)]);
        bench.Server.Script(new() { Fault = FaultKind.Unauthorized, Path = "/v1.0/users/*/messages/*/send" });

        Assert.IsType<EffectOutcome<NoResult>.Done>(await bench.SendAsync());

        Assert.Equal(2, Tokens(bench));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Token_RefusedEachTime_IsNotAllowedAndReplacedOnce()
    {
        await using var bench = await GraphBench.StartAsync(settings: [.. RealOne, ("Graph:ClientSecret", Secret)]);
        bench.Server.Script(new() { Fault = FaultKind.Unauthorized, Path = "/v1.0/**", Times = 0 });

        Assert.Equal(
            new Reply<ReferenceMatch>.NotAnswered(FailureReason.NotAllowed), await bench.FindAsync());
        Assert.Equal(2, Tokens(bench));
    }

    [Fact]
    public async Task Secret_Wrong_IsNotAllowed()
    {
        await using var bench = await GraphBench.StartAsync(settings: [.. RealOne, ("Graph:ClientSecret", "verlopen")]);

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.NotAllowed), await bench.SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Certificate_SignsInsteadOfASecret(bool isTheApps)
    {
        using var key = RSA.Create(2048);
        using var certificate = Certificate(key);
        await File.WriteAllTextAsync(
            _folder["app.pem"],
            certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n",
            GraphBench.Cancellation);
        using var otherKey = RSA.Create(2048);
        using var other = Certificate(otherKey);
        using var known = X509CertificateLoader.LoadCertificate((isTheApps ? certificate : other).RawData);
        await using var bench = await GraphBench.StartAsync(
            new() { ClientCertificate = known }, settings: [.. RealOne, ("Graph:Certificate", _folder["app.pem"])]);

        var outcome = await bench.SendAsync();

        Assert.Equal(isTheApps, outcome is EffectOutcome<NoResult>.Done);
        Assert.Equal(isTheApps ? 1 : 0, bench.Sent.Count);
    }

    public void Dispose() => _folder.Dispose();

    private static string Secret => new MailboxSandboxOptions().ClientSecret;

    private static int Tokens(GraphBench bench) =>
        bench.Server.Calls.Count(call => call.Path.EndsWith("/token", StringComparison.Ordinal));

    private static X509Certificate2 Certificate(RSA key) =>
        new CertificateRequest("CN=wizard", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
}
