using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>What a source says now about a fact of then: a read, on request, written down, and nothing else.</summary>
public sealed class FactsNowTests : LookingBackScreen
{
    public static TheoryData<FactKind> Kinds => [.. Enum.GetValues<FactKind>().Where(FactsNow.CanAsk)];

    private FactsNow Now => Services.GetRequiredService<FactsNow>();

    [Fact]
    public async Task AskAsync_WhatChangedSince_IsSaidAndTheCaseStaysAsItWas()
    {
        var number = await FinishedAsync();
        var then = await Host.Reading.EventsAsync(number, Cancellation);
        Move("nieuw@voorbeeld.nl");

        var now = await Now.AskAsync(number, FactKind.Email, DemoPeople.Els, Cancellation);

        Assert.Equal(EmailComparison.Mismatch, now!.Facts.Email.Value!.Comparison);
        Assert.Equal(EmailComparison.Match, ActivationCase.Fold(then).Facts.Email.Value!.Comparison);
        Assert.Equal(then.Count, (await Host.Reading.EventsAsync(number, Cancellation)).Count);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
    }

    [Fact]
    public async Task AskAsync_ByATeamLead_IsWrittenDownForTheEmployeeAndChangesNothing()
    {
        var number = await FinishedAsync();
        var done = World.Calls.Ledger.Count;

        await Now.AskAsync(number, FactKind.Account, DemoPeople.Els, Cancellation);

        var look = Assert.Single(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Sanne, Cancellation));
        Assert.Equal((AccessKind.SourceNow, DemoPeople.Els), (look.Kind, look.Actor));
        Assert.Equal(done, World.Calls.Ledger.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AskAsync_EveryFactThatCanBeAsked_HasAnAnswer(FactKind kind)
    {
        var now = await Now.AskAsync(await FinishedAsync(), kind, DemoPeople.Els, Cancellation);

        Assert.Equal(FactStatus.Known, StatusOf(now!.Facts, kind));
    }

    [Fact]
    public async Task AskAsync_ASourceThatIsSilent_StaysUnknown()
    {
        var number = await FinishedAsync();
        World.Calls.Plan("agreements", new Mishap.Silent());

        var now = await Now.AskAsync(number, FactKind.Tenancy, DemoPeople.Els, Cancellation);

        Assert.Equal(FactStatus.Unknown, now!.Facts.Tenancy.Status);
    }

    [Fact]
    public async Task AskAsync_ATenantWhoIsNotThereAnyMore_LeavesWhatRestsOnHimUnasked()
    {
        var number = await FinishedAsync();
        World.Viewpoint.Parties.Clear();
        World.Viewpoint.Agreements.Clear();
        World.Calls.Asked.Clear();

        var now = await Now.AskAsync(number, FactKind.Account, DemoPeople.Els, Cancellation);

        Assert.Equal(FactStatus.NotAsked, now!.Facts.Account.Status);
    }

    [Fact]
    public async Task AskAsync_ByWhoMayNot_AsksNothingAndWritesNothing()
    {
        var number = await FinishedAsync();
        World.Calls.Asked.Clear();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Now.AskAsync(number, FactKind.Person, DemoPeople.Sanne, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Now.AskAsync(number, FactKind.Person, DemoPeople.Bram, Cancellation));
        Assert.Null(await Now.AskAsync(CaseNumber.Of(2026, 999), FactKind.Person, DemoPeople.Els, Cancellation));

        Assert.Empty(World.Calls.Asked);
        Assert.Empty(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Els, Cancellation));
    }

    [Theory]
    [InlineData(FactKind.Requester)]
    [InlineData(FactKind.CodeKind)]
    [InlineData(FactKind.RecentCode)]
    public async Task AskAsync_WhatNoSourceOutsideKnows_IsNotAsked(FactKind kind)
    {
        Assert.False(FactsNow.CanAsk(kind));
        Assert.Null(await Now.AskAsync(await FinishedAsync(), kind, DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task Facts_AskedOnThePage_StandBesideThoseOfThen()
    {
        var number = await FinishedAsync();
        var aside = Show(number, DemoPeople.Els);
        Assert.Empty(World.Calls.Asked.Skip(_asked));
        Move("nieuw@voorbeeld.nl");

        aside.Find("button[aria-label='Vraag nu: E-mail (privé)']").Click();

        aside.WaitForAssertion(
            () => Assert.Matches("^nieuw@voorbeeld.nl.* Verschil$", Row(aside).QuerySelector("[role=status]")?.TextContent));
        Assert.Matches($"{Sample.Own}.* Hetzelfde", Row(aside).QuerySelectorAll("td")[0].TextContent);
        Assert.Contains("Viewpoint", Row(aside).TextContent, StringComparison.Ordinal);
        Assert.Contains("10:15:", Row(aside).TextContent, StringComparison.Ordinal);
        Assert.Contains("vroeg een bron opnieuw", aside.Find(".aw-looks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_ForTheEmployee_HaveNoButtonToAsk() =>
        Assert.Empty(Show(await FinishedAsync(), DemoPeople.Sanne).FindAll("[aria-label^='Vraag nu']"));

    private int _asked;

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<ReplayAside> aside) =>
        aside.FindAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent is "E-mail (privé)");

    private IRenderedComponent<ReplayAside> Show(CaseNumber number, Actor reader)
    {
        _asked = World.Calls.Asked.Count;
        var session = ReplaySession.Of(Host.Finished.FollowAsync(number, reader, Cancellation).GetAwaiter().GetResult()!);
        return Render<ReplayAside>(parameters => parameters
            .Add(one => one.Moment, session.At(session.Count))
            .Add(one => one.Actor, reader)
            .Add(one => one.HrefOf, at => $"?stap={at}"));
    }

    private async Task<CaseNumber> FinishedAsync() =>
        await TakeInAsync(await World.AcceptedAsync(await World.TakenAsync(Sample.Request)));

    private void Move(string email) =>
        World.Viewpoint.Parties[0] = Sample.Anna with { Emails = [new EmailContact("c1", true, Sample.Mail(email))] };

    private static FactStatus StatusOf(CaseFacts facts, FactKind kind) => kind switch
    {
        FactKind.Person => facts.Person.Status,
        FactKind.Tenancy => facts.Tenancy.Status,
        FactKind.Protection => facts.Protection.Status,
        FactKind.Administrator => facts.Administrator.Status,
        FactKind.Contacts => facts.Contacts.Status,
        FactKind.Arrangement => facts.Arrangement.Status,
        FactKind.Account => facts.Account.Status,
        FactKind.Email => facts.Email.Status,
        FactKind.Address => facts.Address.Status,
        _ => facts.Preference.Status,
    };
}
