using ActivationWizard.App;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>An open page of a session that is over.</summary>
public sealed class SessionWatchTests : LookingBackScreen
{
    [Fact]
    public async Task Page_OfASessionThatIsOver_LeavesWhetherOrNotItsBrowserAnswers()
    {
        Services.AddSingleton(Host.Get<SessionRecords>());
        var person = ActorClaims.ToPrincipal(DemoPeople.Sanne, "test");
        // Of no session that is in the database.
        ActorClaims.AddSession(person, Guid.NewGuid());
        var leaving = JSInterop.SetupVoid("location.assign", _ => true);
        var page = Render<SessionWatch>(parameters => parameters.AddCascadingValue(
            Task.FromResult(new AuthenticationState(person))));

        // Several looks find it at once, and the page is told once.
        var open = Services.GetRequiredService<OpenSessions>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (_, _) => await open.TellAsync());

        page.WaitForAssertion(() => Assert.Equal(
            [Urls.ForSignIn("/").InPage()], leaving.Invocations.Select(one => one.Arguments.Single())));
        // A minute later the answer is given up; the circuit does not fail by it.
        leaving.SetCanceled();
        await page.InvokeAsync(() => { });
    }
}
