using System.Globalization;
using System.Security.Claims;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>What happens at the door is in the log, one line for each, and says who.</summary>
public sealed class SecurityEventsTests : IClassFixture<ProductionApp>
{
    private readonly IdentityProvider _provider;
    private readonly TestApp _app;

    public SecurityEventsTests(ProductionApp production)
    {
        (_provider, _app) = (production.Provider, production.App);
        _provider.Reset();
    }

    [Fact]
    public async Task SignIn_AndSignOut_AreALineEach()
    {
        Becomes("v-1", "wonen-medewerker");
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        using var left = await visitor.PostAsync(Urls.SignOut, [], Urls.Work);
        // Nobody is left to sign out.
        using var again = await visitor.PostAsync(Urls.SignOut, []);

        Assert.Equal(
            [("SignIn", "\"Employee\"", "\"done\""), ("SignOut", "\"Employee\"", "\"done\"")], LinesOf("v-1"));
        Assert.All(Records("v-1"), line =>
        {
            Assert.Equal("\"127.0.0.1\"", line.GetStructuredStateValue("From"));
            var at = DateTimeOffset.Parse(line.GetStructuredStateValue("At")!, CultureInfo.InvariantCulture);
            Assert.Equal(TimeSpan.Zero, at.Offset);
            Assert.EndsWith("Z", line.GetStructuredStateValue("At"), StringComparison.Ordinal);
            // The name is not needed, and nothing of tenants is there.
            Assert.DoesNotContain("Veilig", line.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Choice_OfARole_AndAPageThatIsNotForIt_AreALineEach()
    {
        Becomes("v-2", "wonen-medewerker", "wonen-teamleider");
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        using var chosen = await visitor.PostAsync(Urls.RoleChoice, new() { ["role"] = "Employee" }, Urls.ChooseRole);
        using var refused = await visitor.Http.GetAsync($"{Urls.Overview}?q=Jansen", TestContext.Current.CancellationToken);
        using var wrong = await visitor.PostAsync(Urls.RoleChoice, new() { ["role"] = "SystemManager" }, Urls.ChooseRole);

        Assert.Equal(
            [
                ("SignIn", "\"\"", "\"to choose a role\""), ("Role", "\"Employee\"", "\"done\""),
                ("Refusal", "\"Employee\"", "\"no access to /overzicht\""), ("Refusal", "\"Employee\"", "\"no such role\""),
            ],
            LinesOf("v-2"));
        Assert.DoesNotContain(Records("v-2"), line => line.Message.Contains("Jansen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_ThatIsRefused_IsALineWithTheReason()
    {
        Becomes("v-3\nSecurity: what=SignIn", "koffie");
        _provider.Issue = draft => draft.With("sub", "v-3").AsSigned();
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);

        var line = Assert.Single(Records("v-3"));
        Assert.Equal("Refusal", line.GetStructuredStateValue("What"));
        Assert.Contains("SignIn:RoleClaim", line.GetStructuredStateValue("Outcome"), StringComparison.Ordinal);
        Assert.DoesNotContain(line.Message, char.IsControl);
    }

    private void Becomes(string id, params string[] groups) => _provider.Person =
        [new("sub", id), new("name", "Vera Veilig"), .. groups.Select(group => new Claim("groups", group))];

    private List<FakeLogRecord> Records(string who) => [.. _app.Log.GetSnapshot().Where(line =>
        line.Category == typeof(SecurityLog).FullName && line.GetStructuredStateValue("Who") == $"\"{who}\"")];

    private List<(string? What, string? Role, string? Outcome)> LinesOf(string who) => [.. Records(who).Select(line => (
        line.GetStructuredStateValue("What"), line.GetStructuredStateValue("Role"), line.GetStructuredStateValue("Outcome")))];
}
