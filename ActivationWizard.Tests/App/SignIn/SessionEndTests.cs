using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>
/// A session that was ended is over for every cookie, browser and instance, and for an answer that is under way.
/// </summary>
public sealed class SessionEndTests(Instances instances) : IClassFixture<Instances>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_ThatWasCopied_OpensNothingOnceItsSessionIsEnded()
    {
        using var visitor = instances.One.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var copy = CopyOf(visitor, instances.One);
        using var elsewhere = CopyOf(visitor, instances.Other);
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(copy));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(elsewhere));

        using var ended = await visitor.PostAsync(Urls.SignOut, [], Urls.Work);

        Assert.Equal("\"cache\", \"storage\"", string.Join(", ", ended.Headers.GetValues("Clear-Site-Data")));
        foreach (var one in new[] { copy, elsewhere })
        {
            Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(one));
            using var asked = await one.Http.PostAsync(Urls.Session, null, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
            using var hub = await one.Http.PostAsync($"{Urls.Hub}/negotiate?negotiateVersion=1", null, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, hub.StatusCode);
        }
    }

    [Fact]
    public async Task Answer_ThatArrivesAfterTheSession_IsNotCarriedOut()
    {
        var (app, session) = (instances.One, Guid.NewGuid());
        await app.Services.GetRequiredService<Sessions>().BeginAsync(
            new(session, DemoPeople.Sanne.Id, TimeProvider.System.GetUtcNow(), default, IsEnded: false), Cancellation);
        var number = await app.NumberOfAsync("N. Nieuwenhuis");
        var desk = DeskOf(app, session);
        await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.True(await desk.TakeAsync(number));
        var before = await app.CaseAsync(number);

        // At the other instance, which this one has not heard of.
        await instances.Other.Services.GetRequiredService<Sessions>().EndAsync(session, Cancellation);

        await Assert.ThrowsAsync<SessionOverException>(() => desk.AnswerAsync(number, before.Version, new Withdraw("Te laat")));
        Assert.Equal(before.Version, (await app.CaseAsync(number)).Version);
    }

    [Fact]
    public async Task Effect_UnderWayWhenTheSessionEnds_IsCarriedOut()
    {
        var (app, session) = (instances.One, Guid.NewGuid());
        var sessions = app.Services.GetRequiredService<Sessions>();
        await sessions.BeginAsync(
            new(session, DemoPeople.Sanne.Id, TimeProvider.System.GetUtcNow(), default, IsEnded: false), Cancellation);
        var number = await app.NumberOfAsync("E. Mailstra");
        var desk = DeskOf(app, session);
        Assert.True(await desk.TakeAsync(number));
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);

        await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()));
        await sessions.EndAsync(session, Cancellation);

        var done = await app.UntilAsync(number, one => one.State.IsFinal);
        Assert.Equal(ActivationState.SentByEmail, done.State);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Session_MadeLongerFromAnotherSite_IsRefused(string? origin, HttpStatusCode expected)
    {
        using var visitor = instances.One.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Session);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var answer = await visitor.Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> WorkAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Work, Cancellation);
        return answer.StatusCode;
    }

    private static Visitor CopyOf(Visitor visitor, TestApp at)
    {
        var copy = at.Visitor();
        foreach (var cookie in visitor.Cookies)
            copy.SetCookie(cookie.Name, cookie.Value);
        return copy;
    }

    private static CaseDesk DeskOf(TestApp app, Guid session) => new(
        new CurrentActor(new SignedIn(session), app.Services.GetRequiredService<ISessionDoor>()),
        app.Services.GetRequiredService<AnswerHandler>(), app.Services.GetRequiredService<ICaseJournal>(),
        app.Services.GetRequiredService<RequestIntake>(), app.Queries, app.Services.GetRequiredService<WaitingCases>());

    private sealed class SignedIn(Guid session) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var person = ActorClaims.ToPrincipal(DemoPeople.Sanne, "test");
            ActorClaims.AddSession(person, session);
            return Task.FromResult(new AuthenticationState(person));
        }
    }
}
