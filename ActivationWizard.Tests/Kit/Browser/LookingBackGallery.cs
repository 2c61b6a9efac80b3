using ActivationWizard.App;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// Finished cases of every sort, and the screens on which a team lead looks back at them, for tests that only look.
/// </summary>
public sealed class LookingBackGallery(BrowserHost browser) : IAsyncLifetime
{
    private CaseNumber? _mailed, _troubled;

    public TestApp App { get; } = new();

    internal IEnumerable<Exhibit> Exhibits =>
    [
        new("morning", Urls.Morning, "main >> role=region >> nth=0"),
        new("reviews", Urls.Reviews, Seen.Table),
        new("cases-today", Urls.Cases, Seen.Table),
        new("cases-all", $"{Urls.Cases}?weergave=alles", Seen.Table),
        new("cases-errors", $"{Urls.Cases}?uitkomst=x&vanaf=y", Seen.ErrorLines),
        new("cases-none", $"{Urls.Cases}?tot=2020-01-01&bijzonder=postex", Seen.NoCases),
        new("overview", Urls.Overview, Seen.Heat),
        new("overview-tables", Urls.Overview, Seen.Table, AsTablesAsync),
        new("rules", Urls.Rules, "tbody tr", desk => desk.ClickAsync("main form button")),
        new("rules-case", Urls.ForRules(_troubled!), "main >> role=region"),
        new("replay-trouble", Urls.ForReplay(_troubled!.ToString(), 12), Seen.Scrubber),
        new("replay-now", Urls.ForReplay(_mailed!.ToString(), 4), "tbody [role=status]",
            desk => desk.ClickAsync("tbody button[aria-label*='E-mail']")),
        new("replay-wrong-moment", Urls.ForReplay(_mailed!.ToString(), 99), "[role=alert]"),
    ];

    public async ValueTask InitializeAsync()
    {
        var journal = App.Services.GetRequiredService<ICaseJournal>();
        _troubled = await journal.TellAsync(
            Story.Request("M. van der Storingen-Hoogenboezem"), number => Story.WithTrouble(number, DemoPeople.Sanne));
        await journal.TellAsync(Story.Request("A. Anders"), number =>
        [
            .. Story.ToTheEnd(number, DemoPeople.Tom).Take(3), (DemoPeople.Tom, new RefusalChosen("Aanvrager wil niet meer")),
            (DemoPeople.Tom, new CaseWithdrawn("Dubbel")),
        ]);
        var comments = App.Services.GetRequiredService<CaseComments>();
        await comments.AddAsync(
            _troubled, 11, CommentKind.Discuss, "Had dit sneller gekund? Laten we het morgen bespreken.", DemoPeople.Els,
            default);
        await comments.AddAsync(_troubled, 13, CommentKind.Compliment, "Netjes nagezocht.", DemoPeople.Els, default);

        await using var desk = await Desktop.OpenAsync(browser, App.Address, DemoPeople.Sanne);
        _mailed = await EndedAsync(desk, "E. Mailstra");
        await EndedAsync(desk, "D. Oudhof");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<CaseNumber> EndedAsync(Desktop desk, string name)
    {
        var atDesk = await CaseAtDesk.TakeAsync(desk, App, name);
        await atDesk.AgreeAsync();
        await desk.WaitForStepAsync("klaar");
        return atDesk.Number;
    }

    private static async Task AsTablesAsync(Desktop desk)
    {
        await desk.WaitForAsync(Seen.Heat);
        // Pressed, a button says the other thing.
        var charts = desk.Page.Locator(Seen.AsTable);
        for (var left = await charts.CountAsync(); left > 0; left--)
        {
            await charts.First.ClickAsync();
            await Assertions.Expect(charts).ToHaveCountAsync(left - 1);
        }
    }
}
