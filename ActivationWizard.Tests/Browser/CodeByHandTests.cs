using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>A code that passes through a person, in a real browser: where it was, and where it never was.</summary>
public sealed class CodeByHandTests(BrowserHost browser)
{
    private const string AsElsewhere = "the domain proves the routes, and what is copied is tried every day by a link";

    [Fact]
    [Nightly(AsElsewhere)]
    public async Task LetterByHand_CodeIsShownOnRequest_CopiedAndRecorded()
    {
        await using var app = new TestApp(new() { Settings = { ["Postex:Mode"] = "Manual" } });
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "P. Postma");
        await AnswerAsync(desk, "Op papier");
        await atDesk.AgreeAsync();
        await desk.WaitForAsync(Seen.ShowCode);
        Assert.Equal("••••••••", await desk.Page.Locator(Seen.Code).InnerTextAsync());

        await desk.ClickAsync(Seen.ShowCode);
        await desk.WaitForAsync(Seen.CopyCode);
        var code = await desk.Page.Locator(Seen.Code).InnerTextAsync();
        await desk.ClickAsync(Seen.CopyCode);
        await desk.Page.Locator(Seen.Status, new() { HasTextString = "gekopieerd" }).WaitForAsync();
        Assert.Equal(code, await desk.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.StartsWith("KANARIE-", code, StringComparison.Ordinal);
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        Assert.IsType<CodeRevealed>((await atDesk.NowAsync()).Last);

        await desk.Page.ReloadAsync();
        await desk.WaitForAsync(Seen.ShowCode);
        Assert.DoesNotContain(code, await desk.Page.ContentAsync(), StringComparison.Ordinal);
        await using (var tom = await Desktop.OpenAsync(
            browser, app.Address, DemoPeople.Tom, startsAt: new Uri(desk.Page.Url).AbsolutePath))
        {
            await tom.WaitForAsync(Seen.ByHand);
            Assert.True(await tom.Page.Locator(Seen.ShowCode).CountAsync() is 0
                || await tom.Page.Locator(Seen.ShowCode).IsDisabledAsync());
            Assert.Equal("••••••••", (await tom.Page.Locator(Seen.Code).InnerTextAsync()).Trim());
        }

        await desk.PressAsync("Ik heb dit gedaan");
        await atDesk.EndsAsync(ActivationState.SentByLetter, "activate-account register-document");
        await AssertIsNowhereAsync(app, code, atDesk.Number);
        Assert.DoesNotContain(code, desk.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Nightly(AsElsewhere)]
    public async Task UmbrellaByHand_CodeIsTypedOnce_AndPostexGetsIt()
    {
        const string typed = "KANARIE-GETYPT-1";
        await using var app = new TestApp(new() { Settings = { ["Umbrella:Mode"] = "Manual" } });
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "P. Postma");
        await AnswerAsync(desk, "Er is een account, het is nog niet actief");
        await atDesk.AgreeAsync();
        await desk.Page.Locator(Seen.ByHand, new() { HasTextString = "Account activeren" }).WaitForAsync();
        await desk.PressAsync("Ik heb dit gedaan");

        await desk.WaitForAsync(Seen.TypedCode);
        await desk.TypeAsync(Seen.TypedCode, "fout");
        await desk.Page.FillAsync(Seen.LastDay, "2030-12-24");
        await desk.PressAsync("Geef deze code aan de brief");
        await desk.Page.Locator(Seen.Alert, new() { HasTextString = "Dit is geen geldige code" }).WaitForAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        desk.Page.Request += (_, request) => sent.Enqueue(request.PostData);
        await desk.TypeAsync(Seen.TypedCode, typed);
        await desk.Page.FillAsync(Seen.LastDay, "2030-12-25");
        await desk.Page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('concept'))");
        Assert.DoesNotContain(sent, body => body?.Contains(typed, StringComparison.Ordinal) is true);
        Assert.DoesNotContain(typed,
            await desk.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage, ...localStorage })"),
            StringComparison.Ordinal);
        var asked = await atDesk.NowAsync();
        var draft = await app.Services.GetRequiredService<CaseDrafts>()
            .OfAsync(asked.Number, asked.Question, DemoPeople.Sanne, TestContext.Current.CancellationToken);
        Assert.Equal("2030-12-25", draft.Fields["code-geldig"]);
        Assert.DoesNotContain(typed, draft.Fields.Values);
        await desk.PressAsync("Geef deze code aan de brief");

        await atDesk.EndsAsync(ActivationState.SentByLetter, "dispatch-letter register-document");
        await AssertIsNowhereAsync(app, typed, atDesk.Number);
        Assert.DoesNotContain(typed, await desk.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Nightly(AsElsewhere)]
    public async Task UmbrellaByHand_CodeIsNearlyOver_IsControleNodigAndNoLetterGoes()
    {
        await using var app = new TestApp(new() { Settings = { ["Umbrella:Mode"] = "Manual" } });
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "P. Postma");
        await AnswerAsync(desk, "Er is een account, het is nog niet actief");
        await atDesk.AgreeAsync();
        await desk.Page.Locator(Seen.ByHand, new() { HasTextString = "Account activeren" }).WaitForAsync();
        await desk.PressAsync("Ik heb dit gedaan");

        await desk.WaitForAsync(Seen.TypedCode);
        await desk.TypeAsync(Seen.TypedCode, "KANARIE-GETYPT-1");
        await desk.PressAsync("Geef deze code aan de brief");
        await desk.Page.GetByText("Vul de dag in").First.WaitForAsync();
        Assert.Equal("KANARIE-GETYPT-1", await desk.Page.InputValueAsync(Seen.TypedCode));
        await desk.Page.FillAsync(
            Seen.LastDay, DateTimeOffset.UnixEpoch.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.PressAsync("Geef deze code aan de brief");

        await desk.WaitForAsync(Seen.Attention);
        Assert.IsType<FreshCodeUnusable>((await atDesk.NowAsync()).Trouble);
        Assert.Empty(app.LedgerOf(await atDesk.NowAsync()));
        await AssertIsNowhereAsync(app, "KANARIE-GETYPT-1", atDesk.Number);
    }

    private static async Task AnswerAsync(Desktop desk, string answer)
    {
        await desk.WaitForAsync(Seen.RecordFact);
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        await desk.Page.GetByRole(AriaRole.Radio, new() { Name = answer }).CheckAsync();
        await desk.PressAsync("Leg dit antwoord vast");
    }

    /// <summary>Neither an event of the case, opened, nor a byte of any file, nor a line of the log has this text.</summary>
    private static async Task AssertIsNowhereAsync(TestApp app, string secret, CaseNumber number)
    {
        Assert.All(
            await app.Services.GetRequiredService<CaseReading>().EventsAsync(number, TestContext.Current.CancellationToken),
            entry => Assert.DoesNotContain(
                secret, System.Text.Encoding.UTF8.GetString(EventJson.Write(entry.Event)), StringComparison.Ordinal));
        var bytes = System.Text.Encoding.UTF8.GetBytes(secret);
        var files = Directory.GetFiles(app.DataFolder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Assert.Equal(-1, copy.ToArray().AsSpan().IndexOf(bytes));
        });
        Assert.All(app.Log.GetSnapshot(), line => Assert.DoesNotContain(secret, line.Message, StringComparison.Ordinal));
    }
}
