using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Somebody with two jobs: one role at a time, chosen at the sign-in, and another by choosing again.</summary>
public sealed class SeveralRolesTests : IClassFixture<ProductionApp>
{
    private readonly IdentityProvider _provider;
    private readonly TestApp _app;

    public SeveralRolesTests(ProductionApp production)
    {
        (_provider, _app) = (production.Provider, production.App);
        _provider.Reset();
        _provider.Person =
        [
            new("sub", "b-1"), new("name", "Bea Beide"), new("groups", "wonen-medewerker"), new("groups", "wonen-teamleider"),
        ];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_WithTwoRoles_AsksWhichOneAndDoesNothingBefore()
    {
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, "/werk?toon=nieuw");
        Assert.Equal("/rol?returnUrl=%2Fwerk%3Ftoon%3Dnieuw", back.Headers.Location!.OriginalString);
        Assert.Equal((HttpStatusCode.Redirect, "/rol?returnUrl=%2Fwerk"), await AtAsync(visitor, Urls.Work));
        using var hub = await visitor.Http.PostAsync($"{Urls.Hub}/negotiate?negotiateVersion=1", null, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, hub.StatusCode);
        using var session = await visitor.Http.PostAsync(Urls.Session, null, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);

        var page = await visitor.ReadAsync(back.Headers.Location.OriginalString);
        Assert.Contains(ShellText.ChooseRoleLead, page, StringComparison.Ordinal);
        Assert.Contains("value=\"Employee\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"TeamLead\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"SystemManager\"", page, StringComparison.Ordinal);

        using var chosen = await ChooseAsync(visitor, "Employee", "/werk?toon=nieuw");
        Assert.Equal("/werk?toon=nieuw", chosen.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await AtAsync(visitor, Urls.Work)).Status);
        Assert.Equal((HttpStatusCode.Redirect, Urls.NoAccess), await AtAsync(visitor, Urls.Overview));
    }

    [Fact]
    public async Task Choice_OfTheOtherRole_EndsTheSessionInTheRoleBeforeAndMakesNoneLonger()
    {
        _provider.Person = [new("sub", "b-2"), .. _provider.Person.Skip(1)];
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        using var first = await ChooseAsync(visitor, "Employee");
        using var copy = _app.Visitor();
        foreach (var cookie in visitor.Cookies)
            copy.SetCookie(cookie.Name, cookie.Value);
        var begun = (await OpenAsync()).BegunAt;

        using var other = await ChooseAsync(visitor, "TeamLead");

        Assert.Equal(HttpStatusCode.OK, (await AtAsync(visitor, Urls.Overview)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await AtAsync(copy, Urls.Work)).Status);
        var now = await OpenAsync();
        Assert.Equal((Role.TeamLead, begun), (now.Role, now.BegunAt));
        var menu = await visitor.ReadAsync(Urls.Overview);
        Assert.Contains(ShellText.ChooseRoleSwitch, menu, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SystemManager")]
    [InlineData("Machine")]
    [InlineData("0")]
    [InlineData("teamlead")]
    [InlineData("")]
    public async Task Choice_OfARoleThatThePersonHasNot_IsRefused(string role)
    {
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);

        using var answer = await ChooseAsync(visitor, role);

        Assert.Equal(Urls.NoAccess, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await AtAsync(visitor, Urls.Status)).Status);
    }

    [Fact]
    public async Task Choice_FromAForeignForm_DoesNothing()
    {
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        using var form = new FormUrlEncodedContent([new("role", "TeamLead")]);
        using var answer = await visitor.Http.PostAsync(Urls.RoleChoice, form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithOneRole_AsksNothing()
    {
        _provider.Person = [new("sub", "e-1"), new("name", "Een Rol"), new("groups", "wonen-medewerker")];
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, Urls.Work);
        Assert.Equal(Urls.Work, back.Headers.Location!.OriginalString);
        Assert.DoesNotContain(ShellText.ChooseRoleSwitch, await visitor.ReadAsync(Urls.Work), StringComparison.Ordinal);
        Assert.Contains(ShellText.ChooseRoleOnly, await visitor.ReadAsync(Urls.ChooseRole), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChooseAsync(Visitor visitor, string role, string returnUrl = Urls.Home) =>
        visitor.PostAsync(Urls.RoleChoice, new() { ["role"] = role, ["returnUrl"] = returnUrl }, Urls.ChooseRole);

    private static async Task<(HttpStatusCode Status, string? To)> AtAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(address, Cancellation);
        var to = answer.Headers.Location;
        return (answer.StatusCode, to is null ? null : to.IsAbsoluteUri && to.AbsolutePath == Urls.NoAccess ? Urls.NoAccess
            : to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString);
    }

    private async Task<SessionRecord> OpenAsync() => Assert.Single(
        (await _app.Services.GetRequiredService<SessionRecords>().OpenAsync(
            TimeProvider.System.GetUtcNow().AddHours(-9), Cancellation)),
        one => one is { PersonId: "b-2", Role: not null });
}
