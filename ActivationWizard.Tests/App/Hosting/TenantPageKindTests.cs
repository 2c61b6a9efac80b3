using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>What may be the address of a tenant's page in a system.</summary>
public sealed class TenantPageKindTests
{
    [Theory]
    [InlineData("https://viewpoint.example/relaties/{party}", true)]
    [InlineData(" https://portaal.example/?nr={code}&van={party} ", true)]
    [InlineData("http://localhost:81/{code}", true)]
    [InlineData("http://viewpoint.example/{party}", false)]
    [InlineData("https://viewpoint.example/relaties", false)]
    [InlineData("https://viewpoint.example/{party}/{klant}", false)]
    [InlineData("https://wie@viewpoint.example/{party}", false)]
    [InlineData("javascript:alert({party})", false)]
    [InlineData("{party}", false)]
    public void TenantPage_AnAddress_HasAPlaceholderAndIsSafeToFollow(string text, bool isRight) =>
        Assert.Equal(isRight, Kinds.TenantPage.Parse(text, out _));
}
