using ActivationWizard.App;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SystemPages;

/// <summary>What the system manager sees of each system, and of the settings, in a running app.</summary>
public sealed class SystemPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CheckSubject.Umbrella, "Umbrella:Recovery:Create", "Als een antwoord kwijtraakt")]
    [InlineData(CheckSubject.Viewpoint, "Viewpoint:BaseAddress", "Met rust gelaten")]
    [InlineData(CheckSubject.Postex, "Postex:Token", "Als een antwoord kwijtraakt")]
    [InlineData(CheckSubject.Mailbox, "Mailbox:Requests:Read", "De mailbox, per onderdeel")]
    [InlineData(CheckSubject.Database, "Journal:LeaseSeconds", "Controle voor het laatst gelukt")]
    public async Task Page_OfASystem_HasItsCheckItsStateAndItsSettings(CheckSubject subject, string key, string words)
    {
        var page = await ReadAsync(Urls.ForSystem($"{subject}"));

        Assert.Contains(key, page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"Controleer {CheckWords.Of(subject)}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Session:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterARefusalAndACheck_SaysWhenAndWith()
    {
        var pulse = app.Services.GetRequiredService<SystemPulse>();
        pulse.Note(ForeignSystem.Postex, answered: true);
        pulse.Note(ForeignSystem.Postex, answered: true, refusedWith: 403);

        Assert.NotNull(pulse.Of(ForeignSystem.Postex).SucceededAt);
        Assert.Contains("HTTP-status 403", await ReadAsync(Urls.ForSystem("Postex")), StringComparison.Ordinal);

        var desk = app.Services.GetRequiredService<CheckDesk>();
        Assert.Equal(new CheckTimes(null, null), desk.TimesOf(CheckSubject.Database));
        await desk.RunAsync(DemoPeople.Bram, CheckSubject.Database, null, Cancellation);
        Assert.NotNull(desk.TimesOf(CheckSubject.Database).WorkedAt);
        Assert.Null(desk.TimesOf(CheckSubject.Database).FailedAt);
    }

    [Fact]
    public async Task Page_WithDisturbances_HasItsOwnOnly()
    {
        var notes = app.Services.GetRequiredService<DisturbanceNotes>();
        var now = TimeProvider.System.GetUtcNow();
        await notes.BeginAsync(DisturbanceKind.Ending, "Umbrella:ApiKey 2027-06-30", now, now, Cancellation);
        await notes.BeginAsync(DisturbanceKind.Ending, "SignIn:ClientSecret 2027-07-31", now, now, Cancellation);

        var page = await ReadAsync(Urls.ForSystem("umbrella"));

        Assert.Contains("Umbrella:ApiKey 2027-06-30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2027-07-31", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Onzin")]
    [InlineData("Disk")]
    [InlineData("SignIn")]
    public async Task Page_OfWhatIsNoSystemHere_SaysSo(string name) =>
        Assert.Contains("Dit systeem is er niet", await ReadAsync(Urls.ForSystem(name)), StringComparison.Ordinal);

    [Fact]
    public async Task Settings_OfThisApp_AreAllThereOrThoseThatWereAskedFor()
    {
        var all = await ReadAsync(Urls.Settings);
        var differing = await ReadAsync($"{Urls.Settings}?sectie=installation&toon=anders");

        Assert.All(AppSettings.Declared.SelectMany(section => section.Settings),
            one => Assert.Contains($"<code>{one.Key}</code>", all, StringComparison.Ordinal));
        // A test starts a demonstration with a folder of its own.
        Assert.Contains("<code>Installation:DataFolder</code>", differing, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>Journal:", differing, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>Installation:KnownProxies</code>", differing, StringComparison.Ordinal);
        Assert.Contains(app.DataFolder, differing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_ForASystemManager_LinksToEachSystemAndShowsTheAccessLog()
    {
        var manager = await ReadAsync(Urls.Status);
        using var lead = app.Visitor();
        await lead.SignInAsync(DemoPeople.Els);
        var forLead = await lead.ReadAsync(Urls.Status);

        Assert.All(
            new[] { Urls.ForSystem("Umbrella").InPage(), Urls.Settings.InPage() },
            one =>
            {
                Assert.Contains($"href=\"{one}\"", manager, StringComparison.Ordinal);
                Assert.DoesNotContain($"href=\"{one}\"", forLead, StringComparison.Ordinal);
            });
        Assert.Contains("aantal en laatste regel kloppen", manager, StringComparison.Ordinal);
        Assert.Contains("Bewaartermijn", manager, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address)
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        return await visitor.ReadAsync(address);
    }
}
