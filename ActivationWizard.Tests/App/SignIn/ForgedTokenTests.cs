using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Tokens that the provider did not sign for this installation, this browser and this moment let nobody in.</summary>
public sealed class ForgedTokenTests : IClassFixture<ProductionApp>
{
    private static readonly RSA Foreign = RSA.Create(2048);

    private static readonly Dictionary<string, Func<TokenDraft, string>> Forgeries = new()
    {
        ["alg none"] = draft => $"{draft.WithHeader("alg", "none").AsUnsigned}.",
        ["alg none in other letters"] = draft => $"{draft.WithHeader("alg", "nOnE").AsUnsigned}.",
        ["alg none with a signature"] = draft => draft.WithHeader("alg", "none").AsSigned(),
        ["no alg"] = draft => draft.WithHeader("alg", null).AsSigned(),
        ["alg that does not exist"] = draft => draft.WithHeader("alg", "RS0").AsSigned(),
        ["no signature"] = draft => $"{draft.AsUnsigned}.",
        ["signature cut short"] = draft => draft.AsSigned()[..^8],
        ["signature of other claims"] = draft => $"{draft.AsUnsigned}.{Signature(draft.With("sub", "m-2").AsSigned())}",
        ["claims changed afterwards"] = draft =>
        {
            var parts = draft.AsSigned().Split('.');
            return $"{parts[0]}.{TokenDraft.Part(draft.With("groups", "wonen-beheer").Claims)}.{parts[2]}";
        },
        ["header changed afterwards"] = draft =>
        {
            var parts = draft.AsSigned().Split('.');
            return $"{TokenDraft.Part(draft.WithHeader("typ", "at+jwt").Header)}.{parts[1]}.{parts[2]}";
        },
        ["another key under the same kid"] = draft => draft.SignedBy(Foreign),
        ["another key under another kid"] = draft => draft.WithHeader("kid", "2").SignedBy(Foreign),
        ["another key without a kid"] = draft => draft.WithHeader("kid", null).SignedBy(Foreign),
        ["another key that the header brings"] = draft => draft.WithHeader("jwk", ForeignKey()).SignedBy(Foreign),
        ["another key that the header points at"] = draft =>
            draft.WithHeader("kid", "2").WithHeader("jku", "https://evil.example/keys").SignedBy(Foreign),
        ["another key with its certificate"] = draft => draft.WithHeader("x5c", ForeignCertificate()).SignedBy(Foreign),
        ["another key by PS256"] = draft => draft.WithHeader("alg", "PS256").SignedBy(Foreign, RSASignaturePadding.Pss),
        ["signed by the client's secret"] = draft =>
            draft.WithHeader("alg", "HS256").SignedBy(Encoding.UTF8.GetBytes(IdentityProvider.ClientSecret)),
        ["signed by the public key as a secret"] = draft =>
            draft.WithHeader("alg", "HS256").SignedBy(Encoding.UTF8.GetBytes(Foreign.ExportSubjectPublicKeyInfoPem())),
        ["signed as another algorithm"] = draft => draft.WithHeader("alg", "ES256").AsSigned(),
        ["another issuer"] = draft => draft.With("iss", "https://evil.example").AsSigned(),
        ["almost the issuer"] = draft => draft.With("iss", $"{draft.Claims["iss"]}/").AsSigned(),
        ["no issuer"] = draft => draft.With("iss", null).AsSigned(),
        ["another audience"] = draft => draft.With("aud", "another-client").AsSigned(),
        ["audiences without us"] = draft => draft.With("aud", new[] { "a", "b" }).AsSigned(),
        ["no audience"] = draft => draft.With("aud", null).AsSigned(),
        ["for another party"] = draft =>
            draft.With("aud", new[] { IdentityProvider.ClientId, "other" }).With("azp", "other").AsSigned(),
        ["expired"] = draft => draft.With("exp", Seconds(-400)).With("nbf", Seconds(-700)).With("iat", Seconds(-700)).AsSigned(),
        ["without an end"] = draft => draft.With("exp", null).AsSigned(),
        ["ended before it began"] = draft => draft.With("nbf", Seconds(600)).With("exp", Seconds(300)).AsSigned(),
        ["not valid yet"] = draft => draft.With("nbf", Seconds(600)).With("exp", Seconds(900)).AsSigned(),
        ["without a moment"] = draft => draft.With("iat", null).AsSigned(),
        ["nonce of another sign-in"] = draft => draft.With("nonce", "638000000000000000.x").AsSigned(),
        ["without a nonce"] = draft => draft.With("nonce", null).AsSigned(),
        ["access token of another"] = draft => draft.With("at_hash", Base64UrlEncoder.Encode(new byte[16])).AsSigned(),
        ["a logout token"] = draft => draft.With("nonce", null).WithHeader("typ", "logout+jwt")
            .With("events", new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new() })
            .AsSigned(),
        ["two parts"] = draft => draft.AsUnsigned,
        ["four parts"] = draft => $"{draft.AsSigned()}.x",
        ["claims that are no JSON"] = draft => $"{TokenDraft.Part(draft.Header)}.{Base64UrlEncoder.Encode("{")}.x",
        ["no token"] = _ => "x",
        ["nothing"] = _ => "",
    };

    private readonly ProductionApp _production;

    public ForgedTokenTests(ProductionApp production)
    {
        _production = production;
        _production.Provider.Reset();
        _production.Provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
    }

    public static TheoryData<string> Sorts => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Token_ThatIsForged_LetsNobodyIn(string sort)
    {
        _production.Provider.Issue = Forgeries[sort];
        using var visitor = _production.App.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(back));
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Token_AsTheProviderSignsIt_LetsThePersonIn()
    {
        using var visitor = _production.App.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.True(ProductionApp.SignsIn(back));
        Assert.True(Forgeries.Count >= 25);
    }

    private static long Seconds(int fromNow) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    private static string Signature(string token) => token.Split('.')[2];

    private static Dictionary<string, string> ForeignKey()
    {
        var key = Foreign.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
    }

    private static string[] ForeignCertificate()
    {
        var request = new CertificateRequest("CN=evil", Foreign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return [Convert.ToBase64String(certificate.RawData)];
    }
}
