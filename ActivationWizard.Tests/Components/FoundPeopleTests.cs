using ActivationWizard.App.Search;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>Whom a search found, with what is open for them, and what may have been meant.</summary>
public sealed class FoundPeopleTests : Screen
{
    private static readonly FoundTenant Tenant = new("17", "A. Jansen", 1980, "Dorpsstraat 1, 5611 CD Plaats", null, [])
    {
        Code = "800001",
    };

    [Fact]
    public void FoundPeople_WithOpenRequests_SaysNumberAndStateOfEach()
    {
        var people = Drawn(new FoundTenants(
        [
            Tenant with
            {
                OpenRequests =
                    [Summaries.Mine(ActivationState.AwaitingDecision), Summaries.Of(ActivationState.Opened, ordinal: 8)],
            },
        ], null));

        var line = people.Find("li").TextContent;
        Assert.Contains("relatienummer 800001", line, StringComparison.Ordinal);
        Assert.Equal(
            ["zaken/2026-00431/controleren", "zaken/2026-00008/zoeken"],
            people.FindAll(".aw-found-open a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Van jou", line, StringComparison.Ordinal);
        Assert.Contains("Nieuw", line, StringComparison.Ordinal);
    }

    [Fact]
    public void FoundPeople_NobodyFound_AsksWhatWasMeant()
    {
        var people = Drawn(FoundTenants.Nobody with { Suggestions = ["Janssen", "van Dijk"] });

        Assert.StartsWith("Bedoel je", people.Find("#bedoel-je").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["Janssen", "van Dijk"], people.FindAll("a").Select(link => link.TextContent));
        Assert.Equal(
            ["Janssen", "van Dijk"],
            people.FindAll("a").Select(
                link => Asked(link.GetAttribute("href"), "zoek", CaseSearch.Fields, CaseSearch.FieldName)));
    }

    [Fact]
    public void FoundPeople_Chosen_LeadsToTheFormOfThatPerson() => Assert.Equal(
        Tenant.PartyId,
        Asked(
            Drawn(new FoundTenants([Tenant], null)).Find("a").GetAttribute("href"), "zoek/nieuw",
            new([TenantSearch.PartyField], [TenantSearch.PartyField]), TenantSearch.PartyField));

    [Fact]
    public void FoundPeople_NobodyAndNothingMeant_IsNotThere() => Assert.Empty(Drawn(FoundTenants.Nobody).Markup.Trim());

    [Fact]
    public void FoundPeople_ViewpointSilent_SaysSo() =>
        Assert.Contains(
            "Viewpoint geeft geen antwoord",
            Drawn(new FoundTenants([], FailureReason.Unreachable)).Markup,
            StringComparison.Ordinal);

    // What an address asks that has it sealed.
    private string? Asked(string? address, string page, FieldNames fields, string name)
    {
        Assert.StartsWith($"{page}?{SealedWords.QueryName}=", address, StringComparison.Ordinal);
        return AskedFields.Of(fields, address!, Services.GetRequiredService<SealedWords>(), DemoPeople.Sanne)[name];
    }

    private IRenderedComponent<FoundPeople> Drawn(FoundTenants found) => Render<FoundPeople>(with => with
        .Add(one => one.Found, found)
        .Add(one => one.Reader, DemoPeople.Sanne)
        .Add(one => one.OnAgain, () => { }));
}
