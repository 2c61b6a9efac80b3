using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Components;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Components;

/// <summary>Everything known about a tenant with more cases than a page has.</summary>
public sealed class AccessRequestPageTests : LookingBackScreen
{
    [Fact]
    public async Task Report_OfMoreCasesThanAPage_SaysWhichAndHasTheOthersAndAllOnOnePage()
    {
        const int count = AccessRequestPage.CasesOfPage + 1;
        for (var made = 0; made < count; made++)
            await FinishAsync();
        using var limits = Limiting.Of();
        var page = Shown(limits);

        page.Find($"#{AccessRequestForm.NumberName}").Change("2026-00001");
        Button(page, AccessRequestText.Find).Click();
        page.WaitForAssertion(() => Assert.Equal(AccessRequestPage.CasesOfPage, Cases(page)));
        Assert.Contains(AccessRequestText.Part.With(1, count - 1, count), page.Markup, StringComparison.Ordinal);
        // What prints the page would print a part.
        Assert.Empty(page.FindAll("[data-print]"));
        Assert.Contains(page.FindAll("button"), one => one.TextContent.Trim() == AccessRequestText.Whole);

        Button(page, AccessRequestText.After).Click();
        page.WaitForAssertion(() => Assert.Equal(1, Cases(page)));
        Assert.Contains(AccessRequestText.Part.With(count, count, count), page.Markup, StringComparison.Ordinal);

        Button(page, AccessRequestText.Before).Click();
        page.WaitForAssertion(() => Assert.Equal(AccessRequestPage.CasesOfPage, Cases(page)));
    }

    [Fact]
    public async Task Report_OfAnAddress_HasTheMessagesThatCameFromItAndNoCase()
    {
        await FinishAsync();
        await Host.Get<MailRecords>().TakeAsync(
            new TakenMessage(
                "een", MessageKind.Free, MessageState.Open, new MessageHead("", "k.kanarie@mail.example", "Mijn code"), null,
                Clock.GetUtcNow()),
            new MailKey(MailFolderPath.Inbox, "1.1"), Cancellation);
        using var limits = Limiting.Of();
        var page = Shown(limits);

        page.Find($"#{AccessRequestForm.EmailName}").Change("geen adres");
        Button(page, AccessRequestText.Find).Click();
        Assert.Contains(AccessRequestText.BadEmail, page.Markup, StringComparison.Ordinal);
        page.Find($"#{AccessRequestForm.EmailName}").Change("k.kanarie@mail.example");
        Button(page, AccessRequestText.Find).Click();

        page.WaitForAssertion(() => Assert.Equal(1, Cases(page)));
        var line = page.Find(".aw-report li").TextContent;
        Assert.Contains("onderwerp: Mijn code", line, StringComparison.Ordinal);
        Assert.Contains(AccessRequestText.MessageWaits, line, StringComparison.Ordinal);
        Assert.Contains(AccessRequestText.FoundCount.With(0, 1), page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<AccessRequestPage> Shown(Limits limits)
    {
        Services.AddSingleton<AuthenticationStateProvider>(new TeamLead());
        Services.AddSingleton(new AccessRequestDesk(
            Host.Get<TenantRecords>(), limits, new SecurityLog(new FakeLogger<SecurityLog>(), Clock)));
        return Render<AccessRequestPage>();
    }

    private static int Cases(IRenderedComponent<AccessRequestPage> page) => page.FindAll(".aw-report h3").Count;

    private static IElement Button(IRenderedComponent<AccessRequestPage> page, string text) =>
        page.FindAll("button").Single(one => one.TextContent.Trim() == text);

    private sealed class TeamLead : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var person = ActorClaims.ToPrincipal(DemoPeople.Els, "test");
            ActorClaims.AddSession(person, Guid.NewGuid());
            return Task.FromResult(new AuthenticationState(person));
        }
    }
}
