using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The system manager sees who is signed in and ends their sessions, and nobody else does.</summary>
public sealed class SessionDeskTests(Instances instances) : IClassFixture<Instances>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_EndedByTheSystemManager_AreOverAtEveryInstance()
    {
        using var here = await SignedInAsync(instances.One, DemoPeople.Sanne);
        using var there = await SignedInAsync(instances.Other, DemoPeople.Sanne);
        using var colleague = await SignedInAsync(instances.One, DemoPeople.Tom);
        var desk = DeskOf(DemoPeople.Bram);
        var sanne = Assert.Single(await desk.AllAsync(Cancellation), one => one.Id == DemoPeople.Sanne.Id);
        Assert.Equal((DemoPeople.Sanne.Name, 2), (sanne.Name, sanne.Count));
        Assert.Equal([Role.Employee], sanne.Roles);

        Assert.Equal(2, await desk.EndAsync(sanne.Id, Cancellation));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(here));
        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(there));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(colleague));
        Assert.DoesNotContain(await desk.AllAsync(Cancellation), one => one.Id == DemoPeople.Sanne.Id);
        Assert.Equal(2, instances.One.Log.GetSnapshot().Count(one =>
            one.Message.Contains("what=SessionEnd who=\"sanne.bakker\"", StringComparison.Ordinal)
            && one.Message.Contains("ended by system manager bram.kuipers", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sessions_ThatWereEnded_AreAmongThoseOfLately()
    {
        using var els = await SignedInAsync(instances.One, DemoPeople.Els);
        var desk = DeskOf(DemoPeople.Bram);
        Assert.DoesNotContain(await desk.LatelyAsync(Cancellation), one => one.Id == DemoPeople.Els.Id);

        await desk.EndAsync(DemoPeople.Els.Id, Cancellation);

        var gone = Assert.Single(await desk.LatelyAsync(Cancellation), one => one.Id == DemoPeople.Els.Id);
        Assert.Equal((DemoPeople.Els.Name, Role.TeamLead), (gone.Name, Assert.Single(gone.Roles)));
    }

    [Fact]
    public async Task Sessions_WithPagesAtAnotherInstance_SayHowMany()
    {
        using var tom = await SignedInAsync(instances.One, DemoPeople.Tom);
        var elsewhere = instances.Other.Services.GetRequiredService<ISharedCounts>();
        await elsewhere.TakePlaceAsync(DemoPeople.Tom.Id);
        await elsewhere.TakePlaceAsync(DemoPeople.Tom.Id);

        var seen = Assert.Single(
            await DeskOf(DemoPeople.Bram).AllAsync(Cancellation), one => one.Id == DemoPeople.Tom.Id);

        Assert.Equal(2, seen.Pages);
    }

    [Fact]
    public async Task Sessions_ForAnyOtherRole_AreNotShownOrEnded()
    {
        foreach (var person in new[] { DemoPeople.Sanne, DemoPeople.Els })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => DeskOf(person).AllAsync(Cancellation));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => DeskOf(person).LatelyAsync(Cancellation));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => DeskOf(person).EndAsync("tom.visser", Cancellation));
        }

        using var manager = await SignedInAsync(instances.One, DemoPeople.Bram);
        Assert.Contains("Beëindig sessies van Bram Kuipers", await manager.ReadAsync(Urls.Status), StringComparison.Ordinal);
        using var lead = await SignedInAsync(instances.One, DemoPeople.Els);
        Assert.DoesNotContain("Beëindig sessies", await lead.ReadAsync(Urls.Status), StringComparison.Ordinal);
    }

    private SessionDesk DeskOf(Actor person) => new(
        TestApp.CurrentOf(person), instances.One.Services.GetRequiredService<Sessions>(),
        instances.One.Services.GetRequiredService<OpenSessions>(), instances.One.Services.GetRequiredService<SecurityLog>(),
        instances.One.Services.GetRequiredService<ISharedCounts>());

    private static async Task<Visitor> SignedInAsync(TestApp app, Actor person)
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync(person);
        return visitor;
    }

    private static async Task<HttpStatusCode> WorkAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Work, Cancellation);
        return answer.StatusCode;
    }
}
