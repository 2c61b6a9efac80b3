using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

public sealed class UrlsTests
{
    [Theory]
    [InlineData("/werk", "/werk")]
    [InlineData("/zaken?q=Jansen", "/zaken?q=Jansen")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("werk", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("https:", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/werk\r\nSet-Cookie: a=b", "/")]
    [InlineData("/werk\0", "/")]
    [InlineData("/\u2028/evil", "/")]
    [InlineData("/\u2029", "/")]
    [InlineData("/\u0085werk", "/")]
    [InlineData("/\u202ewerk", "/")]
    [InlineData("/zoek?q=é", "/")]
    [InlineData("/zoek?q=%C3%A9", "/zoek?q=%C3%A9")]
    [InlineData("/ werk", "/")]
    public void Safe_OfAReturnUrl_StaysHere(string? given, string expected) => Assert.Equal(expected, ReturnUrl.Safe(given));

    [Fact]
    public void Safe_OfAnEndlessAddress_IsHome() => Assert.Equal("/", ReturnUrl.Safe("/" + new string('a', 100_000)));

    [Fact]
    public void ForStep_OfACase_IsItsAddress() =>
        Assert.Equal("/zaken/2026-00412/controleren", Urls.ForStep("2026-00412", Urls.Steps.Check));

    [Fact]
    public void ForReplay_AtAnEvent_HasItsSequence()
    {
        Assert.Equal("/zaken/2026-00412/naspelen", Urls.ForReplay("2026-00412"));
        Assert.Equal("/zaken/2026-00412/naspelen?stap=17", Urls.ForReplay("2026-00412", 17));
    }

    [Fact]
    public void ForSignIn_BackToAForeignSite_ForgetsIt() => Assert.Equal(Urls.SignIn, Urls.ForSignIn("//evil.example"));
}
