using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Components;

/// <summary>The tenant at a glance, and a request that came in twice.</summary>
public sealed class CaseTenantTests : LookingBackScreen
{
    private readonly List<Answer> _answers = [];

    [Fact]
    public async Task CaseTenant_Found_HasNumberTelephoneAndTheSystemsPages()
    {
        var shown = await ProposedAsync();
        var tenant = Drawn(shown, DemoPeople.Sanne);

        tenant.WaitForAssertion(() => Assert.Equal(
            ["tel:+31612345678", "https://viewpoint.example/relaties/4711", "https://portaal.example/?nr=R-4711"],
            tenant.FindAll(".aw-tenant a").Select(link => link.GetAttribute("href"))));
        Assert.Equal("R-4711", tenant.Find("#relatienummer").TextContent);
        Assert.Contains("06-12345678", tenant.Markup, StringComparison.Ordinal);
        Assert.Contains("intern 12", tenant.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseTenant_LaterOfTwo_IsClosedAsADoubleOfTheFirst()
    {
        var first = await ProposedAsync();
        var twice = await ProposedAsync();
        var tenant = Drawn(twice, DemoPeople.Sanne);

        tenant.WaitForElement(".aw-double button").Click();

        Assert.Equal(new CloseAsDouble(first.Number, "Dubbele aanvraag"), Assert.Single(_answers));
        var onFirst = Drawn(first, DemoPeople.Sanne);
        onFirst.WaitForElement(".aw-double a");
        Assert.Empty(onFirst.FindAll(".aw-double button"));
    }

    [Fact]
    public async Task CaseTenant_OfAColleague_ClosesNothing()
    {
        await ProposedAsync();
        var tenant = Drawn(await ProposedAsync(), DemoPeople.Tom);

        tenant.WaitForElement(".aw-double");
        Assert.Empty(tenant.FindAll(".aw-double button"));
    }

    [Fact]
    public async Task CaseTenant_ClosedAsADouble_PointsBothWays()
    {
        var first = await ProposedAsync();
        var twice = await ProposedAsync();
        var (_, closed) = await Host.Journal.AppendAsync(
            twice, [new CaseWithdrawn("Dubbele aanvraag", first.Number)], DemoPeople.Sanne, null, Cancellation);

        var onFirst = Drawn(first, DemoPeople.Sanne);
        onFirst.WaitForAssertion(() => Assert.Contains($"Als dubbele aanvraag gesloten: {closed.Number}", Text(onFirst)));
        Assert.Contains($"Deze gaat verder: {first.Number}", Text(Drawn(closed, DemoPeople.Sanne)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseTenant_Earlier_SaysHowItEnded()
    {
        await FinishAsync();
        var tenant = Drawn(await ProposedAsync(), DemoPeople.Sanne);

        tenant.WaitForAssertion(
            () => Assert.Contains("code verstuurd per e-mail", tenant.Find("#eerdere-aanvragen").TextContent));
    }

    [Theory]
    [InlineData("", "R-1", "")]
    [InlineData("17", "", "")]
    [InlineData("17 a", "R/1", "https://v.example/17%20a/R%2F1")]
    public void TenantPages_PatternAndTenant_AreAnAddressOrNone(string id, string code, string address)
    {
        var pages = PagesOf("https://v.example/{party}/{code}", "");

        Assert.Equal(address, string.Concat(pages.Of(Story.Anna with { Id = id, Code = code }).Select(one => one.Address)));
    }

    private static string Text(IRenderedComponent<CaseTenant> tenant) =>
        string.Join(' ', string.Concat(tenant.Nodes.Select(node => node.TextContent))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<ActivationCase> ProposedAsync()
    {
        var number = await Host.Journal.TellAsync(
            Story.Request(), one => Story.ToTheEnd(one, DemoPeople.Sanne).Take(3));
        return (await Host.Journal.LoadAsync(number, Cancellation))!;
    }

    private IRenderedComponent<CaseTenant> Drawn(ActivationCase activation, Actor actor)
    {
        if (!Services.Any(service => service.ServiceType == typeof(TenantDesk)))
        {
            SignIn(actor);
            Services.AddSingleton(Host.Get<RelatedCases>()).AddScoped<TenantDesk>()
                .AddSingleton<ITenantLookup>(new TwoTelephones());
            Services.AddSingleton(PagesOf("https://viewpoint.example/relaties/{party}", "https://portaal.example/?nr={code}"));
        }

        return Render<CaseTenant>(with => with
            .Add(one => one.Case, activation)
            .Add(one => one.Actor, actor)
            .Add(one => one.OnAnswer, _answers.Add));
    }

    private static TenantPages PagesOf(string viewpoint, string umbrella) => new(
        Options.Create(new ViewpointOptions { TenantPage = viewpoint }),
        Options.Create(new UmbrellaOptions { TenantPage = umbrella }),
        Options.Create(new PostexOptions()));

    private sealed class TwoTelephones : ITenantLookup
    {
        public Task<Reply<IReadOnlyList<Party>>> FindByCodeAsync(string code, CancellationToken cancellation) => Nobody;

        public Task<Reply<IReadOnlyList<Party>>> FindByEmailAsync(EmailAddress email, CancellationToken cancellation) => Nobody;

        public Task<Reply<IReadOnlyList<Party>>> FindByTelephoneAsync(TelephoneNumber number, CancellationToken cancellation) =>
            Nobody;

        public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsInStreetAsync(
            string street, HouseNumber number, CancellationToken cancellation) =>
            Task.FromResult<Reply<IReadOnlyList<RentalUnit>>>(new Reply<IReadOnlyList<RentalUnit>>.Answered([]));

        public Task<Reply<IReadOnlyList<string>>> TelephonesAsync(string partyId, CancellationToken cancellation) =>
            Task.FromResult<Reply<IReadOnlyList<string>>>(
                new Reply<IReadOnlyList<string>>.Answered(["06-12345678", "intern 12"]));

        private static Task<Reply<IReadOnlyList<Party>>> Nobody =>
            Task.FromResult<Reply<IReadOnlyList<Party>>>(new Reply<IReadOnlyList<Party>>.Answered([]));
    }
}
