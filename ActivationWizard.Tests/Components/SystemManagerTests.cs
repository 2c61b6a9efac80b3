using ActivationWizard.App;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.App.SystemPages;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.Extensions.Configuration;

namespace ActivationWizard.Tests.Components;

/// <summary>The parts of the system manager's pages, in each state and in both languages.</summary>
public sealed class SystemManagerTests : Screen
{
    [Theory]
    [InlineData("nl-NL", true, "ja, er kwam te vaak geen antwoord")]
    [InlineData("nl-NL", false, "nee, elke vraag gaat eruit")]
    [InlineData("nl-NL", null, "niet van toepassing")]
    [InlineData("en-GB", true, "yes, there was no answer too often")]
    public void Facts_OfASystem_SayWhetherItIsLeftAlone(string language, bool? isLeftAlone, string words)
    {
        using var reader = new FixedCulture(language);

        Assert.Contains(words, Facts(new SystemSigns(null, null), isLeftAlone).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", null, "geen antwoord")]
    [InlineData("nl-NL", 401, "HTTP-status 401")]
    [InlineData("en-GB", 429, "HTTP status 429")]
    public void Facts_OfASystemThatRefused_SayWhy(string language, int? status, string words)
    {
        using var reader = new FixedCulture(language);
        var signs = new SystemSigns(null, null) { RefusedAt = Clock.GetUtcNow(), RefusedWith = status };

        Assert.Contains(words, Facts(signs, null).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_OfTheDatabase_AreThoseOfItsCheckOnly()
    {
        var screen = Render<SystemFacts>(parameters => parameters
            .Add(one => one.Checked, new CheckTimes(Clock.GetUtcNow(), null)));

        Assert.Equal(
            ["Controle voor het laatst gelukt", "Controle voor het laatst mislukt"],
            screen.FindAll("dt").Select(one => one.TextContent));
        Assert.Contains("nog niet, sinds deze app draait", screen.FindAll("dd")[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "ingesteld", "3 werkdagen", "2 uur", "niet ingesteld", "standaard, zoals in docs/settings.md staat")]
    [InlineData("en-GB", "set", "3 working days", "2 hours", "not set", "default, as docs/settings.md says")]
    public void Settings_OfEachSort_HaveTheirValueInWords(
        string language, string secret, string days, string hours, string none, string elsewhere)
    {
        using var reader = new FixedCulture(language);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Umbrella:ApiKey"] = "zeer-geheim-van-ons",
            ["Work:TermWorkingDays"] = "3",
            ["Retention:Hour"] = "2",
        }).Build();
        var all = SettingsInForce.Read(configuration, configuration, AppSettings.Declared, isDemo: false).All(DemoPeople.Bram);

        var screen = Render<SettingsTable>(parameters => parameters.Add(one => one.Label, "x").Add(one => one.Settings, all));

        var values = screen.FindAll("tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(
            (secret, days, hours, none, elsewhere),
            (values["Umbrella:ApiKey"], values["Work:TermWorkingDays"], values["Retention:Hour"], values["Postex:Token"],
                values["Alerts:Mail"]));
        Assert.DoesNotContain("zeer-geheim", screen.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", true, "aantal en laatste regel kloppen")]
    [InlineData("nl-NL", false, "past niet bij de verzegeling")]
    [InlineData("en-GB", false, "does not fit the seals")]
    public void AccessLog_SealedOrNot_SaysSo(string language, bool isSealed, string words)
    {
        using var reader = new FixedCulture(language);

        var screen = Render<AccessLogCard>(parameters => parameters
            .Add(one => one.Report, new AccessHealthReport(isSealed, 0, null, null, 730)));

        Assert.Contains(words, screen.Markup, StringComparison.Ordinal);
        Assert.Contains("730", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void People_WhoAreAndWereSignedIn_AreListedWithTheirPages()
    {
        var now = Clock.GetUtcNow();
        var screen = Render<SignedInTable>(parameters => parameters
            .Add(one => one.Pages, 5)
            .Add(one => one.People,
            [
                new SignedInPerson("a", "Anna", [Role.Employee], 2, now) { Pages = 3 },
                new SignedInPerson("b", "Bea", [Role.TeamLead], 1, now),
            ])
            .Add(one => one.Lately, [new SignedInPerson("c", "Cor", [Role.Employee], 1, now.AddHours(-3))]));

        Assert.Equal(["3", "–"], screen.FindAll("[data-label='Open pagina’s']").Select(one => one.TextContent.Trim()));
        Assert.StartsWith("Cor (Medewerker)", screen.Find("li").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("die hun verbinding kwijt zijn: 5.", screen.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<SystemFacts> Facts(SystemSigns signs, bool? isLeftAlone) =>
        Render<SystemFacts>(parameters => parameters
            .Add(one => one.Now, new SystemStatus(ForeignSystem.Umbrella, SystemMode.Http, signs))
            .Add(one => one.IsLeftAlone, isLeftAlone)
            .Add(one => one.Checked, new CheckTimes(null, null)));
}
