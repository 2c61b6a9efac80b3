using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Morning;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>The team lead's first page, over a real journal.</summary>
public sealed class MorningPageTests : LookingBackScreen
{
    [Fact]
    public async Task Page_OfABusyMorning_HasEachThingWithALinkToWhereItIsHandled()
    {
        var stuck = await Host.Journal.TellAsync(
            Story.Request("S. Storing"), number => Story.WithTrouble(number, DemoPeople.Sanne).Take(11));
        var held = await Host.Journal.TellAsync(
            Story.Request("H. Houd"),
            _ => [(DemoPeople.Tom, new CaseTaken()), (DemoPeople.Tom, new HoldPlaced(HoldReason.Deceased, Story.Verdict))]);
        var forLead = await Host.Journal.TellAsync(
            Story.Request("B. Bewind"),
            _ =>
            [
                (DemoPeople.Tom, new CaseTaken()),
                (DemoPeople.Tom, new HoldPlaced(HoldReason.ArrangementUnderAdministration, Story.Verdict)),
            ]);
        var skipped = await Host.Journal.TellAsync(
            Story.Request("O. Slaan"),
            _ =>
            [
                (DemoPeople.Sanne, new CaseTaken()), (DemoPeople.Sanne, new CaseSkipped(SkipReason.Other, "Belt morgen terug")),
            ]);
        var ended = await FinishAsync();
        Assert.True(await Host.Get<CaseComments>().AddAsync(
            ended, 3, CommentKind.Mistake, "Verkeerde huurder", DemoPeople.Sanne, Cancellation));

        Clock.Advance(TimeSpan.FromDays(2));
        var page = Show(1, TemplateFault.Missing);

        Assert.Equal([(stuck, "uitvoeren")], Cases(page, "controle"));
        Assert.Contains("bij Sanne", Card(page, "controle").TextContent, StringComparison.Ordinal);
        Assert.Equal([(held, "controleren"), (forLead, "controleren")], Cases(page, "aangehouden"));
        Assert.Equal(
            ["aan zet: Tom Visser", "aan zet: een teamleider"],
            Card(page, "aangehouden").QuerySelectorAll("li .aw-list-proposal")
                .Select(one => one.TextContent.Split(" · ")[1].Trim()));
        Assert.Equal([(skipped, "controleren")], Cases(page, "overgeslagen"));
        Assert.Contains(
            "Sanne: Iets anders. “Belt morgen terug”", Card(page, "overgeslagen").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            Urls.ForReplay($"{ended}", 3).InPage(), Card(page, "fouten").QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("Verkeerde huurder", page.Markup, StringComparison.Ordinal);
        Assert.Equal(Urls.Status.InPage(), Card(page, "standaardantwoorden").QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(
            "Over de termijn: 4. De termijn in werkdagen: 1.", Card(page, "oudste").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, Card(page, "oudste").QuerySelectorAll("li").Length);
        Assert.Equal(
            [("werk?toon=controle", "1"), ("werk?toon=overgeslagen", "1"), ("werk?toon=aangehouden", "2")],
            Card(page, "werk-per-toestand").QuerySelectorAll("tbody tr")
                .Select(row => (
                    row.QuerySelector("a")!.GetAttribute("href")!,
                    row.QuerySelector("td")!.TextContent.Trim().Split('\n')[0].Trim())));
    }

    [Fact]
    public void Page_OfAQuietMorning_SaysThatThereIsNothing()
    {
        var page = Show(1, null);

        foreach (var said in new[]
        {
            "Er zijn geen open aanvragen", "Geen enkele stap is onzeker", "Er is niets aangehouden", "Er is niets overgeslagen",
            "Er is geen fout gemeld", "Alle standaardantwoorden zijn bruikbaar", "Er wacht geen zaak op jouw oordeel",
        })
            Assert.Contains(said, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".aw-morning-card a"));
    }

    [Fact]
    public void View_OfCasesOfEverySort_CountsEachOnceAndNamesNobody()
    {
        CaseSummary[] open =
        [
            .. Enumerable.Range(1, 3).Select(ordinal => Summaries.Of(ActivationState.AwaitingDecision, ordinal: ordinal)),
            Summaries.Mine(ActivationState.AwaitingDecision, 4), Summaries.Mine(ActivationState.SendingReply, 5),
            Summaries.Mine(ActivationState.OnHold, 6) with { Hold = HoldReason.Deceased },
            Summaries.Of(ActivationState.NeedsAttention, ordinal: 7),
            Summaries.Of(ActivationState.GatheringFacts, ordinal: 8) with { WasSkipped = true },
        ];

        var view = MorningView.Of(open, DemoPeople.Els, summary => summary.Handler is null);

        Assert.Equal(
            [
                (WorkListFilter.Attention, 1), (WorkListFilter.New, 3), (WorkListFilter.Skipped, 1), (WorkListFilter.InHand, 2),
                (WorkListFilter.OnHold, 1),
            ],
            view.Load.Select(heap => (heap.Filter, heap.Count)));
        Assert.Equal(
            [(ActivationState.AwaitingDecision, 1), (ActivationState.SendingReply, 1)],
            view.Load.Single(heap => heap.Filter is WorkListFilter.InHand).States);
        Assert.Equal((5, open.Length), (view.Late, view.Oldest.Count));
    }

    private static AngleSharp.Dom.IElement Card(IRenderedComponent<MorningPage> page, string id) =>
        page.Find($"[aria-labelledby={id}]");

    private static IEnumerable<(CaseNumber Number, string Step)> Cases(
        IRenderedComponent<MorningPage> page, string id) =>
        from link in Card(page, id).QuerySelectorAll("li a")
        let parts = link.GetAttribute("href")!.Split('/')
        select (Story.Parsed<CaseNumber>(parts[1]), parts[2]);

    private IRenderedComponent<MorningPage> Show(int term, TemplateFault? fault)
    {
        SignIn(DemoPeople.Els);
        Services.AddSingleton(Host.Journal).AddSingleton(Host.Get<ReportedMistakes>());
        Services.AddSingleton(new WorkSettings { TermWorkingDays = term }).AddSingleton<IStandardReplies>(new OneReply(fault));
        Services.AddScoped<WorkListReader>().AddScoped<MorningReader>();
        var page = Render<MorningPage>();
        page.WaitForElement(".aw-card");
        return page;
    }

    private sealed class OneReply(TemplateFault? fault) : IStandardReplies
    {
        public string? MailFolder => null;

        public Task<Reply<FilledReply?>> ComposeAsync(
            TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<ReplyInUse>> InUseAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<ReplyInUse>>([new ReplyInUse(ReplySlot.All[0], "nl/NotTenant.txt", null, null, fault)]);
    }
}
