using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Search;
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
    public async Task FindAsync_NameOrAddress_FindsThePersonWithAgreementAndOpenRequests(string text)
    {
        await app.UntilAsync(await app.NumberOfAsync("E. Mailstra"), one => one.PartyId is not null);

        var found = await SearchOf(DemoPeople.Sanne).FindAsync(text, Cancellation);

        var tenant = found.Tenants.Single(one => one.Name is "E. Mailstra");
        Assert.NotNull(tenant.Runs);
        Assert.Equal(1, tenant.OpenRequests);
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
        var found = await SearchOf(DemoPeople.Sanne).FindAsync(text, Cancellation);

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

        Assert.NotNull((await SearchOf(silent, DemoPeople.Sanne).FindAsync("Mailstra", Cancellation)).Why);
    }

    [Fact]
    public async Task FindAsync_ByWhoOpensNoCases_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => SearchOf(DemoPeople.Bram).FindAsync("Mailstra", Cancellation));

    private TenantSearch SearchOf(Actor actor) => SearchOf(app, actor);

    private static TenantSearch SearchOf(TestApp app, Actor actor) => new(
        TestApp.CurrentOf(actor), app.Services.GetRequiredService<IViewpoint>(), app.Services.GetRequiredService<CaseFeed>(),
        app.Services.GetRequiredService<CaseAccesses>(), app.Services.GetRequiredService<CasePseudonyms>());
}
