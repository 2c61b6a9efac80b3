using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Search;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Search;

/// <summary>People found in Viewpoint for whoever is on the phone, and what is said when it is silent.</summary>
public sealed class TenantSearchTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mailstra")]
    [InlineData("e. mailstra")]
    [InlineData("5611 CD 12")]
    [InlineData("5611cd 12")]
    [InlineData("5611cd12")]
    [InlineData(" 5611 C D, 12 ")]
    [InlineData("merelstraat 12")]
    [InlineData("Merelstr. 12, Eindhoven")]
    [InlineData("E.Mailstra@Postvak.example")]
    [InlineData("0620304050")]
    [InlineData("+31 (0)6 2030 4050")]
    public async Task FindAsync_NameOrAddress_FindsThePersonWithAgreementAndOpenRequests(string text)
    {
        await app.UntilAsync(await app.NumberOfAsync("E. Mailstra"), one => one.PartyId is not null);

        var found = await FindAsync(text);

        var tenant = found.Tenants.Single(one => one.Name is "E. Mailstra");
        Assert.NotNull(tenant.Runs);
        Assert.Equal(await app.NumberOfAsync("E. Mailstra"), Assert.Single(tenant.OpenRequests).Number);
        Assert.Contains((await FindAsync(tenant.Code!)).Tenants, one => one.PartyId == tenant.PartyId);
        var fields = await SearchOf(DemoPeople.Sanne).FieldsAsync(tenant.PartyId, Cancellation);
        Assert.Equal(("E. Mailstra", "5611 CD", "12", "2-3-1984"),
            (fields!.Name, fields.Postcode, fields.HouseNumber, fields.BirthDate));
    }

    [Theory]
    [InlineData("2026-00412")]
    [InlineData("'; DROP TABLE")]
    [InlineData("xqxq")]
    public async Task FindAsync_NoNameAndNoAddress_IsNobody(string text)
    {
        var found = await FindAsync(text);

        Assert.Equal((0, null), (found.Tenants.Count, found.Why));
    }

    [Fact]
    public async Task FindAsync_ViewpointSilent_SaysSo()
    {
        using var silent = new TestApp();
        silent.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.ErrorBefore,
            System = "viewpoint",
            Method = "GET",
            Path = "**",
            Status = 503,
            Times = 1000,
        });

        Assert.NotNull((await SearchOf(silent, DemoPeople.Sanne).FindAsync("Mailstra", true, Cancellation)).Why);
    }

    [Fact]
    public async Task FindAsync_ByWhoOpensNoCases_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => SearchOf(DemoPeople.Bram).FindAsync("Mailstra", true, Cancellation));

    [Theory]
    [InlineData("Meilstra", "Mailstra")]
    [InlineData("e. maillstra", "Mailstra")]
    [InlineData("Mereelstraat 12", "Merelstraat 12")]
    [InlineData("e.mailstra@postvak.exampel", null)]
    [InlineData("xqxq", null)]
    public async Task FindAsync_NobodyOfThatSpelling_SuggestsWhatViewpointKnows(string text, string? meant)
    {
        var found = await FindAsync(text);

        Assert.Empty(found.Tenants);
        Assert.Equal(meant, found.Suggestions is [var first, ..] ? first : null);
        if (meant is not null)
            Assert.NotEmpty((await FindAsync(meant)).Tenants);
        Assert.Empty((await SearchOf(DemoPeople.Sanne).FindAsync(text, false, Cancellation)).Suggestions);
    }

    [Theory]
    [InlineData("5611cd12")]
    [InlineData("5611 CD 12")]
    [InlineData("mailstra")]
    public async Task FindAsync_OfCases_TakesAnAddressHoweverItIsGlued(string text)
    {
        var number = await app.NumberOfAsync("E. Mailstra");
        await app.UntilAsync(number, one => one.PartyId is not null);
        var search = new CaseSearch(
            TestApp.CurrentOf(DemoPeople.Els), app.Services.GetRequiredService<CaseQueries>(),
            app.Services.GetRequiredService<FinishedCases>(), app.Services.GetRequiredService<CaseAccesses>(),
            app.Services.GetRequiredService<Limits>());

        Assert.Contains((await search.FindAsync(text, Cancellation))!.Cases, one => one.Number == number);
    }

    private Task<FoundTenants> FindAsync(string text) => SearchOf(DemoPeople.Sanne).FindAsync(text, true, Cancellation);

    private TenantSearch SearchOf(Actor actor) => SearchOf(app, actor);

    private static TenantSearch SearchOf(TestApp app, Actor actor) => new(
        TestApp.CurrentOf(actor), app.Services.GetRequiredService<IViewpoint>(),
        app.Services.GetRequiredService<ITenantLookup>(), app.Services.GetRequiredService<CaseFeed>(),
        app.Services.GetRequiredService<CaseAccesses>(), app.Services.GetRequiredService<CasePseudonyms>());
}
