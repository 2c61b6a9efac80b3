using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>An app that sends the note of how far its database is, and goes on when nobody takes it.</summary>
public sealed class CheckpointStatusTests
{
    [Fact]
    public async Task Status_TheNoteIsSent_SaysThatItArrivesAndSinceWhenItDoesNot()
    {
        var isTaken = true;
        await using var site = await LoopbackSite.StartAsync(app => app.MapPost("/notities",
            (HttpContext context) => context.Response.StatusCode = Volatile.Read(ref isTaken) ? 204 : 500));
        using var app = new TestApp(new()
        {
            Settings =
            {
                ["Journal:CheckpointAddress"] = new Uri(site.Address, "/notities").AbsoluteUri,
                ["Journal:CheckpointSendSeconds"] = "0.2",
                ["Journal:CheckpointSeconds"] = "0.2",
            },
        });
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);

        await UntilItSaysAsync(visitor, StatusText.CheckpointSent);
        Volatile.Write(ref isTaken, false);
        await UntilItSaysAsync(visitor, StatusText.CheckpointFails);

        Assert.Single(app.Log.GetSnapshot(), log => log.Category == typeof(CheckpointDelivery).FullName);
        // With a request for every rule, while the wizard is at work with them: the rows are what the events come to.
        var found = await app.Services.GetRequiredService<JournalVerification>().CheckAllAsync(CancellationToken.None);
        Assert.Empty(found.Breaks);
        Assert.Empty(found.Beside);
    }

    private static Task<string> UntilItSaysAsync(Visitor visitor, string words) => Waiting.ForAsync(
        $"the status page says {words}",
        () => visitor.ReadAsync(Urls.Status),
        page => page.Contains(words.Split('{')[0], StringComparison.Ordinal),
        page => page);
}
