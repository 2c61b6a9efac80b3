using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Provider;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Signing in and out with a provider that somebody else wrote, wherever it puts name and roles.</summary>
public abstract class RealProviderTests(RealProvider real)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_IsAsThePersonOfTheProvider()
    {
        using var visitor = await SignedInAsync("p-1", "wonen-teamleider");
        var page = await visitor.ReadAsync(Urls.Cases);
        Assert.Contains("Persoon p-1", page, StringComparison.Ordinal);
        Assert.Equal([Role.TeamLead], (await SessionOfAsync("p-1")).Roles);
    }

    [Fact]
    public async Task SignIn_ThatTheProviderRefuses_SaysThatItDidNotWork()
    {
        await real.PersonAsync(null);
        using var visitor = real.App.Visitor();
        using var back = await real.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(back));
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_ByATokenThatHasExpired_IsRefused()
    {
        await real.PersonAsync("p-2", "wonen-medewerker");
        await real.ControlAsync("lifetime", new { seconds = -600 });
        try
        {
            using var visitor = real.App.Visitor();
            using var back = await real.SignInAsync(visitor);
            Assert.False(ProductionApp.SignsIn(back));
            Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", back.Headers.Location!.OriginalString);
        }
        finally
        {
            await real.ControlAsync("lifetime", new { seconds = 300 });
        }
    }

    [Fact]
    public async Task SignOut_HereAndAtTheProvider_ComesBackAndIsOverAtBoth()
    {
        using var visitor = await SignedInAsync("p-3", "wonen-medewerker");
        using var left = await visitor.PostAsync(Urls.SignOut, [], Urls.Work);
        using var toProvider = await visitor.Http.GetAsync(Urls.OpenIdSignOut, Cancellation);

        var back = await real.SignOutAsync(visitor, toProvider.Headers.Location!);

        Assert.Equal(Urls.OpenIdSignedOut, back.AbsolutePath);
        using var over = await visitor.Http.GetAsync(back, Cancellation);
        Assert.Equal(Urls.SignIn, new Uri(back, over.Headers.Location!).AbsolutePath);
        // The provider asks again who it is.
        await real.PersonAsync(null);
        using var again = await real.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(again));
    }

    [Fact]
    public async Task SignOut_AtTheProvider_EndsTheSessionHere()
    {
        using var visitor = await SignedInAsync("p-4", "wonen-medewerker");
        using var colleague = await SignedInAsync("p-5", "wonen-medewerker");
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));

        await real.SignOutAsync(visitor, new Uri(real.Address, "/session/end"));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(visitor));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(colleague));
    }

    [Fact]
    public async Task Role_ThatTheProviderStillGives_Stays_AndOneThatItTookAway_IsGone()
    {
        using var visitor = await SignedInAsync("p-6", "wonen-medewerker");
        Assert.False(await CheckAsync("p-6"));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
        await real.PersonAsync("p-6");

        Assert.True(await CheckAsync("p-6"));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(visitor));
    }

    [Fact]
    public async Task Grant_ThatTheProviderRevoked_EndsTheSession()
    {
        using var visitor = await SignedInAsync("p-7", "wonen-medewerker");
        await real.ControlAsync("revoke", new { });

        Assert.True(await CheckAsync("p-7"));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(visitor));
    }

    private static async Task<HttpStatusCode> WorkAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Work, Cancellation);
        return answer.StatusCode;
    }

    private async Task<bool> CheckAsync(string person) => await real.App.Services.GetRequiredService<RoleCheck>()
        .CheckAsync(await SessionOfAsync(person), Cancellation);

    private async Task<SessionRecord> SessionOfAsync(string person) => Assert.Single(
        await real.App.Services.GetRequiredService<Sessions>().OpenAsync(Cancellation), one => one.PersonId == person);

    private async Task<Visitor> SignedInAsync(string person, string group)
    {
        await real.PersonAsync(person, group);
        var visitor = real.App.Visitor();
        using var back = await real.SignInAsync(visitor);
        Assert.True(ProductionApp.SignsIn(back), back.Headers.Location?.OriginalString);
        return visitor;
    }
}

/// <summary>The provider puts name and roles into the identity token; the settings are those of the guide, filled in.</summary>
public sealed class RealProviderByTokenTests(RealProvider.ByToken real)
    : RealProviderTests(real), IClassFixture<RealProvider.ByToken>;

/// <summary>The provider puts them into userinfo only.</summary>
public sealed class RealProviderByUserinfoTests(RealProvider.ByUserinfo real)
    : RealProviderTests(real), IClassFixture<RealProvider.ByUserinfo>;
