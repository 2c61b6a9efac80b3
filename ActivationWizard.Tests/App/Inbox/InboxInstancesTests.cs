using ActivationWizard.App.Background;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Inbox;

/// <summary>A question of a colleague at one instance is answered at another, and nothing is missed by who was away.</summary>
public sealed class InboxInstancesTests
{
    [Fact]
    public async Task Ask_AtOneInstance_IsAnsweredAtTheOtherAndTheAnswerWaitsForWhoIsAway()
    {
        using var one = new TestApp();
        using var other = new TestApp(new() { Beside = one });
        var number = await one.NumberOfAsync("E. Mailstra");
        await one.DeskOf(DemoPeople.Sanne).TakeAsync(number);
        using var sanne = new OpenPage(other, DemoPeople.Sanne);

        await one.DeskOf(DemoPeople.Tom).AnswerAsync(number, 1, new AskToTakeOver());

        await Waiting.ForAsync("the question to be told", () => sanne.Kinds is [InboxKind.TakeOverAsked]);
        var question = sanne.Items[0];
        Assert.Equal((DemoPeople.Tom, number), (question.By, question.Case));
        Assert.True(await DeskOf(other, DemoPeople.Sanne).AnswerAsync(question, handsOver: false));
        await Waiting.ForAsync("the question to be gone", () => sanne.Kinds.Count is 0);
        Assert.Equal(DemoPeople.Sanne, (await one.CaseAsync(number)).Handler);
        Assert.False(await DeskOf(other, DemoPeople.Sanne).AnswerAsync(question, handsOver: true));

        // Tom had no page open while it was answered.
        using var tom = new OpenPage(one, DemoPeople.Tom);
        await Waiting.ForAsync("the answer to be told", () => tom.Kinds is [InboxKind.CaseKept]);
        await DeskOf(one, DemoPeople.Tom).SeenAsync(tom.Items);
        await Waiting.ForAsync("the answer to be seen", () => tom.Kinds.Count is 0);
    }

    [Fact]
    public async Task Question_ForTheTeamLead_IsAnsweredAsItWasReadAndNoOther()
    {
        using var app = new TestApp();
        var number = await app.NumberOfAsync("E. Mailstra");
        var sanne = app.DeskOf(DemoPeople.Sanne);
        await sanne.TakeAsync(number);
        await sanne.AnswerAsync(number, (await app.CaseAsync(number)).Version, new AskTeamLead("Mag dit?"));
        using var els = new OpenPage(app, DemoPeople.Els);
        await Waiting.ForAsync("the question to be told", () => els.Kinds.Contains(InboxKind.QuestionForTeamLead));
        var item = els.Items.Single(one => one.Kind is InboxKind.QuestionForTeamLead);
        var desk = new QuestionDesk(app.AdmittedOf(DemoPeople.Els), app.DeskOf(DemoPeople.Els));

        var read = await desk.ReadAsync(item);
        Assert.Equal("Mag dit?", read!.Text);
        Assert.Equal(Obstacle.NotAskedNow, await desk.AnswerAsync(item, read with { Text = "Mag iets anders?" }, "Ja."));
        Assert.Equal(Obstacle.ReasonNeeded, await desk.AnswerAsync(item, read, " "));
        Assert.Null(await desk.AnswerAsync(item, read, "Ja, dat mag."));

        await Waiting.ForAsync("the question to be gone", () => !els.Kinds.Contains(InboxKind.QuestionForTeamLead));
        Assert.Equal("Ja, dat mag.", (await app.CaseAsync(number)).LeadQuestion?.Answer);
        Assert.Equal(Obstacle.NotAskedNow, await desk.AnswerAsync(item, read, "Toch niet."));
        Assert.Null(await desk.ReadAsync(item));
    }

    private static InboxDesk DeskOf(TestApp app, Actor person) => new(
        TestApp.CurrentOf(person), app.DeskOf(person), app.Services.GetRequiredService<ICaseJournal>(),
        app.Services.GetRequiredService<InboxNotes>(), app.Services.GetRequiredService<CaseFeed>(),
        app.Services.GetRequiredService<IJournalNews>());

    // What the count in the navigation goes by.
    private sealed class OpenPage : IDisposable
    {
        private readonly IDisposable _watch;

        public OpenPage(TestApp app, Actor person)
        {
            var feed = app.Services.GetRequiredService<CaseFeed>();
            _watch = feed.Watch(FeedPart.Inbox, () =>
            {
                Items = feed.View.InboxOf(person);
                return Task.CompletedTask;
            });
        }

        public IReadOnlyList<InboxItem> Items { get; private set; } = [];

        public IReadOnlyList<InboxKind> Kinds => [.. Items.Select(item => item.Kind)];

        public void Dispose() => _watch.Dispose();
    }
}
