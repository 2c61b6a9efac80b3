using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>Reopening from the page of a case that is over.</summary>
public sealed class ReopenDeskTests
{
    [Fact]
    public async Task ReopenAsync_AnOwnEnd_IsANewCaseOfTheSamePersonThatIsLookedUp()
    {
        using var app = new TestApp();
        var desk = app.DeskOf(DemoPeople.Sanne);
        var number = await app.NumberOfAsync("E. Mailstra");
        await desk.TakeAsync(number);
        Assert.Equal((null, Obstacle.NotAskedNow), await desk.ReopenAsync(number, "x"));
        await desk.AnswerAsync(number, (await app.CaseAsync(number)).Version, new Withdraw("Dubbel"));

        Assert.Equal((null, Obstacle.ReasonNeeded), await desk.ReopenAsync(number, " "));
        var (again, why) = await desk.ReopenAsync(number, "toch niet dubbel");

        Assert.Null(why);
        var opened = await app.CaseAsync(again!);
        Assert.Equal((DemoPeople.Sanne.Id, number), (opened.Handler!.Id, opened.Reopens!.Number));
        Assert.Equal(again, (await app.CaseAsync(number)).ReopenedAs!.Number);
        Assert.Equal((null, Obstacle.NotAskedNow), await desk.ReopenAsync(number, "nog eens"));
    }
}
