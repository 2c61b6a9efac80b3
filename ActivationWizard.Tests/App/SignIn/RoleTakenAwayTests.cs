using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>A role that is taken away at the identity provider is gone here within five minutes.</summary>
public sealed class RoleTakenAwayTests : IClassFixture<ProductionApp>
{
    private static readonly TimeSpan UntilAsked = TimeSpan.FromMinutes(4);

    private readonly ProductionApp _production;

    public RoleTakenAwayTests(ProductionApp production)
    {
        _production = production;
        Provider.Reset();
        Provider.Person = [new("sub", "t-1"), new("name", "Tijdelijk"), new("groups", "wonen-medewerker")];
        Provider.GivesRefreshTokens = true;
    }

    private IdentityProvider Provider => _production.Provider;

    [Fact]
    public async Task Session_WhoseRoleIsThereStill_GoesOn()
    {
        using var visitor = await SignedInAsync();
        // Each time by the token of the time before.
        foreach (var _ in Enumerable.Range(0, 3))
            await LaterAsync(UntilAsked);
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
    }

    [Fact]
    public async Task Session_WhoseRoleWasTakenAway_IsOver()
    {
        using var visitor = await SignedInAsync();
        Provider.Person = [new("sub", "t-1"), new("name", "Tijdelijk")];
        Provider.Userinfo = new() { ["sub"] = "t-1" };

        await LaterAsync(UntilAsked - TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
        await LaterAsync(TimeSpan.FromSeconds(30));

        await OverAsync(visitor);
    }

    [Fact]
    public async Task Session_WhoseRoleBecameAnother_IsOver()
    {
        using var visitor = await SignedInAsync();
        Provider.Person = [new("sub", "t-1"), new("name", "Tijdelijk"), new("groups", "wonen-teamleider")];

        await LaterAsync(UntilAsked);

        await OverAsync(visitor);
    }

    [Fact]
    public async Task Session_ThatTheProviderKnowsNoMore_IsOver()
    {
        using var visitor = await SignedInAsync();
        Provider.Revoke();
        await LaterAsync(UntilAsked);
        await OverAsync(visitor);
    }

    [Fact]
    public async Task Session_WhileTheProviderDoesNotAnswer_LastsUntilItIsTooLongAgo()
    {
        using var visitor = await SignedInAsync();
        Provider.RefreshStatus = StatusCodes.Status503ServiceUnavailable;
        await LaterAsync(UntilAsked);
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
        await LaterAsync(TimeSpan.FromMinutes(25));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
        await LaterAsync(TimeSpan.FromMinutes(25));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));

        await LaterAsync(TimeSpan.FromMinutes(6));

        await OverAsync(visitor);
    }

    [Theory]
    [InlineData(StatusCodes.Status200OK)]
    [InlineData(StatusCodes.Status401Unauthorized)]
    public async Task Session_ByUserinfoAlone_IsOverWhenThatSaysSo(int status)
    {
        Provider.GivesRefreshTokens = false;
        Provider.Person = [new("sub", "t-1")];
        Provider.Userinfo = new() { ["sub"] = "t-1", ["name"] = "Tijdelijk", ["groups"] = new[] { "wonen-medewerker" } };
        using var visitor = await SignedInAsync();
        await LaterAsync(UntilAsked);
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));

        using var again = await SignedInAsync();
        Provider.UserinfoStatus = status;
        Provider.Userinfo.Remove("groups");
        await LaterAsync(UntilAsked);

        await OverAsync(again);
    }

    [Fact]
    public async Task Session_WithNothingToAskBy_LastsUntilItIsTooLongAgo()
    {
        Provider.GivesRefreshTokens = false;
        using var visitor = await SignedInAsync();
        Provider.Person = [];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await LaterAsync(TimeSpan.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
        }

        await LaterAsync(TimeSpan.FromMinutes(3));

        await OverAsync(visitor);
    }

    [Fact]
    public async Task Choice_OfARoleThatWasTakenAway_IsRefused()
    {
        Provider.Person =
        [
            new("sub", "t-2"), new("name", "Tweede Rol"), new("groups", "wonen-medewerker"), new("groups", "wonen-teamleider"),
        ];
        using var visitor = await SignedInAsync();
        using var chosen = await ChooseAsync(visitor, "Employee");
        Provider.Person = [new("sub", "t-2"), new("name", "Tweede Rol"), new("groups", "wonen-medewerker")];

        await LaterAsync(UntilAsked);
        var records = _production.App.Services.GetRequiredService<SessionRecords>();
        await Waiting.ForAsync(
            "the roles as they are now",
            () => records.OpenAsync(_production.Clock.GetUtcNow().AddHours(-9), TestContext.Current.CancellationToken),
            open => open.Where(one => one.PersonId == "t-2").All(one => one.Roles.Count is 1),
            open => $"{open.Count} sessions");

        using var other = await ChooseAsync(visitor, "TeamLead");
        Assert.Equal(Urls.NoAccess, other.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
    }

    private static Task<HttpResponseMessage> ChooseAsync(Visitor visitor, string role) =>
        visitor.PostAsync(Urls.RoleChoice, new() { ["role"] = role }, Urls.ChooseRole);

    private static async Task<HttpStatusCode> WorkAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Work, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<Visitor> SignedInAsync()
    {
        var visitor = _production.App.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.True(ProductionApp.SignsIn(back));
        return visitor;
    }

    // The app's own round may be under way, and then has the session in hand.
    private static Task<HttpStatusCode> OverAsync(Visitor visitor) => Waiting.ForAsync(
        "the end of the session", () => WorkAsync(visitor), now => now is HttpStatusCode.Redirect, now => $"{now}");

    private Task<int> LaterAsync(TimeSpan time)
    {
        _production.Clock.By += time;
        return _production.App.Services.GetRequiredService<RoleWatch>().RunOnceAsync(TestContext.Current.CancellationToken);
    }
}
