using System.Net;
using System.Reflection;
using ActivationWizard.App;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SearchWords;

/// <summary>No address of the app has words that somebody typed: by no link, by no form, by nothing that a page reads.</summary>
public sealed class AddressesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Tenant = "Mailstra";

    /// <summary>What pages read of an address, each with why nothing that was typed freely gets into it.</summary>
    private static readonly Dictionary<string, string> Read = new()
    {
        ["SearchPage gezocht"] = "sealed",
        ["AccessLogPage bladzijde"] = "the number of a page",
        ["AccessLogPage medewerker"] = "the id of a colleague, chosen from a list",
        ["WorkPage toon"] = "one of a list",
        ["WorkPage bladzijde"] = "the number of a page",
        ["MessagesPage toon"] = "one of a list",
        ["MessagesPage bladzijde"] = "the number of a page",
        ["SettingsPage sectie"] = "one of a list of sections",
        ["SettingsPage toon"] = "one of a list",
        ["OverviewPage weken"] = "one of a list of periods",
        ["TrialPage dagen"] = "one of a list of periods",
        ["TrialPage toon"] = "one of a list",
        ["ReplayPage stap"] = "the number of an event",
        ["SignInPage returnUrl"] = "an address of the app, which has no words",
        ["RolePage returnUrl"] = "the same",
        ["SignInPage afgemeld"] = "a mark",
        ["SignInPage mislukt"] = "a mark",
        ["NoAccessPage reden"] = "one of a list",
    };

    /// <summary>
    /// The files of the app that read what stands in an address, besides values that a page is supplied with by name.
    /// </summary>
    private static readonly string[] Readers =
    [
        "AccessLog/AccessLogEndpoint.cs", "Finished/ExportEndpoints.cs", "Hosting/PlainHttp.cs", "SearchWords/AskedFields.cs",
        "SearchWords/ClearWords.cs", "SignIn/AccessRegistration.cs", "Trial/TrialEndpoint.cs",
    ];

    private static readonly string[] WaysOfReading =
        ["request.Query", "Request.Query", "ParseQuery(", "ParseQueryString(", "[FromQuery"];

    private static readonly string[] Leading = ["href", "src", "action", "formaction"];

    // What people choose, and what a page fills in itself.
    private static readonly string[] Closed = ["hidden", "radio", "checkbox", "date", "number", "submit"];

    [Fact]
    public void Value_ThatAPageReadsOfItsAddress_IsSealedOrChosenFromAList()
    {
        var read =
            from type in typeof(Urls).Assembly.GetTypes()
            from property in type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            let value = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
            where value is not null
            select $"{type.Name} {value.Name ?? property.Name}";

        Assert.Equal(Read.Keys.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void File_ThatReadsAnAddressItself_IsKnown()
    {
        var root = Path.Combine(Product.Root, "ActivationWizard.App");
        var readers = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => WaysOfReading.Any(File.ReadAllText(file).Contains))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));

        Assert.Equal(Readers, readers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_OfEveryRole_HasNoLinkAndNoFormThatPutsWordsIntoAnAddress()
    {
        var number = await app.NumberOfAsync($"E. {Tenant}");
        var (seen, named, leading) = (0, 0, 0);
        List<string> wrong = [];
        foreach (var person in (Actor[])[DemoPeople.Sanne, DemoPeople.Els, DemoPeople.Bram])
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(person);
            foreach (var address in Pages(number).Concat(Searches(person)))
            {
                using var answer = await visitor.Http.GetAsync(address, TestContext.Current.CancellationToken);
                if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
                    continue;
                var page = new HtmlParser().ParseDocument(
                    await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                var addresses = AddressesIn(page).ToList();
                (seen, named, leading) = (
                    seen + 1, named + (HasWords(page.Body!.TextContent) ? 1 : 0), leading + addresses.Count(IsSealed));
                wrong.AddRange(addresses.Where(HasWords).Select(one => $"{address} leads to {one}"));
                wrong.AddRange(FieldsForAnAddress(page).Select(field => $"{address} sends {field.OuterHtml} as an address"));
            }
        }

        // The walk meets the tenant, and links that would have words in clear.
        Assert.InRange(seen, 60, int.MaxValue);
        Assert.InRange(named, 10, int.MaxValue);
        Assert.InRange(leading, 10, int.MaxValue);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("<form><input name=q></form>", true)]
    [InlineData("<form method=get><input name=q type=search></form>", true)]
    [InlineData("<form method=get><textarea name=q></textarea></form>", true)]
    [InlineData("<form method=post><button formmethod=get></button><input name=q></form>", true)]
    [InlineData("<form method=get><input name=q type=date><select name=w></select></form>", false)]
    [InlineData("<form method=post><input name=q></form>", false)]
    [InlineData("<form><input id=q></form>", false)]
    public void FieldsForAnAddress_OfAForm_AreThoseTypedFreely(string form, bool isWrong) =>
        Assert.Equal(isWrong, FieldsForAnAddress(new HtmlParser().ParseDocument(form)).Any());

    [Theory]
    [InlineData("zoek?q=E.%20Mailstra", true)]
    [InlineData("aanmelden?returnUrl=%2Fzoek%3Fq%3DE.%2520mailstra", true)]
    [InlineData("zoek?q=5611CD", true)]
    [InlineData("zoek?gezocht=CfDJ8", false)]
    public void HasWords_OfAnAddress_IsWhereTheyStandInClear(string address, bool has) => Assert.Equal(has, HasWords(address));

    // Also names that nobody has, and a mistake in one: what may have been meant is a link.
    private IEnumerable<string> Searches(Actor reader) => new[]
    {
        $"/zoek?q={Tenant}", "/zoek?q=Mailstraa", "/zoek?q=5611CD", $"/zaken?weergave=alles&zoek={Tenant}", "/zaken?uitkomst=x",
        $"/inzage?huurder={Tenant}", "/inzage?zaak=x",
    }.Select(asked => app.Sealed(reader, asked));

    private IEnumerable<string> Pages(CaseNumber number) => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(one => one.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        .Select(one => "/" + one.RoutePattern.RawText!.Trim('/'))
        .Distinct()
        .Select(route => route.Replace("{Number}", $"{number}", StringComparison.OrdinalIgnoreCase)
            .Replace("{Step}", Urls.Steps.Check, StringComparison.Ordinal));

    private static IEnumerable<string> AddressesIn(IHtmlDocument page) => page.All
        .SelectMany(element => Leading.Select(name => element.GetAttribute(name)))
        .Concat(page.QuerySelectorAll($"input[name={Urls.ReturnUrlQuery}]").Select(field => field.GetAttribute("value")))
        .OfType<string>();

    private static bool IsSealed(string address) => address.Contains($"{SealedWords.QueryName}=", StringComparison.Ordinal);

    private static bool HasWords(string address)
    {
        var read = WebUtility.UrlDecode(WebUtility.UrlDecode(address));
        return read.Contains(Tenant, StringComparison.OrdinalIgnoreCase)
            || read.Contains("5611CD", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<IElement> FieldsForAnAddress(IHtmlDocument page) => page.Forms
        .Where(form => form.GetAttribute("method") is not "post" || form.QuerySelector("[formmethod=get]") is not null)
        .SelectMany(form => form.QuerySelectorAll("input[name], textarea[name]"))
        .Where(field => field is not IHtmlInputElement input || !Closed.Contains(input.GetAttribute("type")));
}
