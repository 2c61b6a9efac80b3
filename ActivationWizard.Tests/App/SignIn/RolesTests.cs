using System.Net;
using System.Reflection;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Every address behind the sign-in, for every role: it is shown, or said not to be for this person.</summary>
public sealed class RolesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Actor[] People = [DemoPeople.Sanne, DemoPeople.Els, DemoPeople.Bram];

    private static readonly Dictionary<string, Role[]> Table = new()
    {
        [Urls.Home] = [Role.Employee, Role.TeamLead, Role.SystemManager],
        [Urls.ChooseRole] = [Role.Employee, Role.TeamLead, Role.SystemManager],
        [Urls.RoleChoice] = [Role.Employee, Role.TeamLead, Role.SystemManager],
        [Urls.Session] = [Role.Employee, Role.TeamLead, Role.SystemManager],
        [Urls.Work] = [Role.Employee, Role.TeamLead],
        [Urls.Absence] = [Role.TeamLead],
        [Urls.Reviews] = [Role.TeamLead],
        [Urls.Morning] = [Role.TeamLead],
        [Urls.Search] = [Role.Employee, Role.TeamLead],
        [Urls.SearchForm] = [Role.Employee, Role.TeamLead],
        [Urls.Inbox] = [Role.Employee, Role.TeamLead],
        [Urls.Messages] = [Role.Employee, Role.TeamLead],
        [Urls.Message] = [Role.Employee, Role.TeamLead],
        [Urls.NewRequest] = [Role.Employee],
        [Urls.Cases] = [Role.Employee, Role.TeamLead],
        [Urls.CasesForm] = [Role.Employee, Role.TeamLead],
        [Urls.Case] = [Role.Employee, Role.TeamLead],
        [Urls.CaseStep] = [Role.Employee, Role.TeamLead],
        [Urls.Draft] = [Role.Employee, Role.TeamLead],
        [Urls.Replay] = [Role.Employee, Role.TeamLead],
        [Urls.CaseRules] = [Role.TeamLead],
        [Urls.Rules] = [Role.TeamLead],
        [Urls.Overview] = [Role.TeamLead],
        [Urls.Trial] = [Role.TeamLead],
        [Urls.TrialCsv] = [Role.TeamLead],
        [Urls.AccessLog] = [Role.TeamLead, Role.SystemManager],
        [Urls.AccessLogCsv] = [Role.TeamLead, Role.SystemManager],
        [Urls.AccessLogForm] = [Role.TeamLead, Role.SystemManager],
        [Urls.AccessRequest] = [Role.TeamLead],
        [Urls.AccessRequestJson] = [Role.TeamLead],
        [Urls.AccessRequestWhole] = [Role.TeamLead],
        [Urls.CasesCsv] = [Role.TeamLead],
        [Urls.CasesXes] = [Role.TeamLead],
        [Urls.CaseJson] = [Role.TeamLead],
        [Urls.CaseXes] = [Role.TeamLead],
        [Urls.CasePage] = [Role.Employee, Role.TeamLead],
        [Urls.Status] = [Role.TeamLead, Role.SystemManager],
        [Urls.SystemChecks] = [Role.SystemManager],
        [Urls.OneSystem] = [Role.SystemManager],
        [Urls.Settings] = [Role.SystemManager],
        [Urls.Templates] = [Role.SystemManager],
        [Urls.FormSample] = [Role.SystemManager],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Table_HasEveryAddressBehindTheSignIn() =>
        Assert.Equal(Table.Keys.Order(), Closed().Select(Path).Distinct().Order());

    [Fact]
    public async Task Address_ForARoleThatMayNotSeeIt_IsNoAccessAndNeverAFailure()
    {
        var number = await app.NumberOfAsync("E. Mailstra");
        List<string> wrong = [];
        foreach (var person in People)
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(person);
            foreach (var (route, roles) in Table)
            {
                var address = AddressOf(route, number);
                using var got = await visitor.Http.GetAsync(address, Cancellation);
                if (Closed().Any(one => Path(one) == route && IsFor(one, HttpMethod.Get)))
                    await CheckAsync($"GET {route} {person.Role}", got, roles.Contains(person.Role), wrong);
                using var posted = await visitor.Http.PostAsync(address, null, Cancellation);
                if (Closed().Any(one => Path(one) == route && IsFor(one, HttpMethod.Post)))
                    await CheckAsync($"POST {route} {person.Role}", posted, roles.Contains(person.Role), wrong);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Message_ThatFollowsALinkToAPageOfAnotherRole_IsDrawnAsNoAccess()
    {
        var number = await app.NumberOfAsync("E. Mailstra");
        List<string> wrong = [];
        Assert.Contains(Urls.Case, Pages());
        foreach (var person in People)
        {
            var own = new Uri(app.Address, Urls.ForRole(person.Role));
            await using var circuit = await BareCircuit.OpenAsync(own, person);
            foreach (var route in Pages())
            {
                await circuit.GoAsync(new Uri(app.Address, AddressOf(route, number)));
                await Waiting.ForAsync($"{route} for {person.Role}", () => circuit.Said.Length > 0 || circuit.HasEnded);
                if (Table[route].Contains(person.Role))
                {
                    if (IsRefused(circuit))
                        wrong.Add($"{route} {person.Role}");
                    continue;
                }

                await Waiting.ForAsync($"no access to {route} for {person.Role}", () => IsRefused(circuit));
                // Words that stand already are not drawn again.
                await circuit.GoAsync(own);
                await Waiting.ForAsync($"back from {route}", () => circuit.Said.Length > 0);
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsRefused(BareCircuit circuit) =>
        circuit.Said.Contains(ErrorsText.NoAccessTitle, StringComparison.Ordinal);

    private static async Task CheckAsync(string cell, HttpResponseMessage answer, bool mayBe, List<string> wrong)
    {
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        var isRefused = answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.AbsolutePath == Urls.NoAccess;
        if (isRefused == mayBe || answer.StatusCode >= HttpStatusCode.InternalServerError
            || text.Contains(ErrorsText.FailureLead, StringComparison.Ordinal))
            wrong.Add($"{cell}: {answer.StatusCode}");
        // Whatever is behind the sign-in is of tenants, or of the person.
        if (mayBe && answer.IsSuccessStatusCode && answer.Headers.CacheControl?.NoStore is not true)
            wrong.Add($"{cell}: Cache-Control {answer.Headers.CacheControl}");
    }

    private static bool IsFor(RouteEndpoint endpoint, HttpMethod method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods
        || methods.Contains(method.Method);

    private static string AddressOf(string route, CaseNumber number) =>
        route.Replace("{Number}", $"{number}", StringComparison.OrdinalIgnoreCase)
            .Replace("{Step}", Urls.Steps.Check, StringComparison.Ordinal);

    // Those that a circuit draws.
    private IEnumerable<string> Pages() => Closed()
        .Where(one => one.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            && page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null)
        .Select(Path).Distinct();

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    // The hub has its own door, which HubGateTests and HubTests try; the framework's own address shows nothing of ours.
    private List<RouteEndpoint> Closed() => [.. app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(one => one.Metadata.GetMetadata<IAllowAnonymous>() is null
            && one.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !Path(one).StartsWith(Urls.Hub, StringComparison.Ordinal)
            && !Path(one).StartsWith("/_framework/", StringComparison.Ordinal))];
}
