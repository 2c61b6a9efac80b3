using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Search;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.SearchWords;

/// <summary>Searching without a circuit, and addresses whose words do not open, over HTTP.</summary>
public sealed class SearchFormTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Name = "Rechtop";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sanne.bakker", $"/zoek?q={Name}")]
    [InlineData("sanne.bakker", $"/zaken?weergave=alles&zoek={Name}&uitkomst=")]
    [InlineData("els.de.groot", $"/inzage?huurder={Name}&vanaf=2026-11-01")]
    public async Task Form_OfAPage_LeadsToAnAddressThatKeepsTheWords(string person, string asked)
    {
        using var visitor = await SignedInAsync(DemoPeople.Find(person)!);

        var address = await visitor.SendFormAsync(asked);

        Assert.StartsWith(asked.Split('?')[0] + "?", address, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, address, StringComparison.OrdinalIgnoreCase);
        // As often as it is asked for: by a reload, by going back, by a bookmark of the same day.
        for (var times = 0; times < 2; times++)
            Assert.Contains($"value=\"{Name}\"", await visitor.ReadAsync(address), StringComparison.Ordinal);
        using var again = await SignedInAsync(DemoPeople.Find(person)!);
        Assert.Contains($"value=\"{Name}\"", await again.ReadAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zoek?q=Rechtop")]
    [InlineData("/zoek/nieuw?relatie=1")]
    [InlineData("/zaken?zoek=Rechtop")]
    [InlineData("/inzage?huurder=Rechtop")]
    public async Task Page_WithWordsOfSomebodyElse_IsEmptyAndSaysToSearchAgain(string asked)
    {
        var reader = asked.StartsWith(Urls.AccessLog, StringComparison.Ordinal) ? DemoPeople.Els : DemoPeople.Sanne;
        using var visitor = await SignedInAsync(reader);
        using var answer = await visitor.Http.GetAsync(app.Sealed(DemoPeople.Tom, asked), Cancellation);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(IntakeText.SearchAgain, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Name}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Urls.CasesCsv + "?zoek=Rechtop", Urls.Cases)]
    [InlineData(Urls.CasesXes + "?zoek=Rechtop", Urls.Cases)]
    [InlineData(Urls.AccessLogCsv + "?huurder=Rechtop", Urls.AccessLog)]
    public async Task File_WithWordsOfSomebodyElse_IsThePageThatSaysSo(string asked, string page)
    {
        using var els = await SignedInAsync(DemoPeople.Els);
        using var answer = await els.Http.GetAsync(app.Sealed(DemoPeople.Tom, asked), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(page + "?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(
            IntakeText.SearchAgain, await els.ReadAsync(answer.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_WithWordsInClear_LeadsToTheSameWithoutThemForAnybody()
    {
        var searched = Endpoints().Where(one => one.Metadata.GetMetadata<SearchedByAttribute>() is not null).ToList();
        // The pages of the search, the form, the finished cases and the access log, and three files.
        Assert.Equal(7, searched.Select(one => one.RoutePattern.RawText).Distinct().Count());
        using var nobody = app.Visitor();
        foreach (var endpoint in searched)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            foreach (var name in endpoint.Metadata.GetMetadata<SearchedByAttribute>()!.Names)
            {
                using var answer = await nobody.Http.GetAsync($"{path}?vanaf=2026-11-01&{name}={Name}", Cancellation);
                Assert.Equal($"{path}?vanaf=2026-11-01&gezocht=opnieuw", answer.Headers.Location?.OriginalString);
            }
        }

        using var sanne = await SignedInAsync(DemoPeople.Sanne);
        var page = await sanne.ReadAsync($"{Urls.Search}?{SealedWords.QueryName}={SealedWords.Unreadable}");
        Assert.Contains(IntakeText.SearchAgain, page, StringComparison.Ordinal);
        // A form that was sent with nothing in it is no search.
        using var blank = await sanne.Http.GetAsync("/zaken?weergave=alles&zoek=", Cancellation);
        Assert.Equal(HttpStatusCode.OK, blank.StatusCode);
    }

    [Theory]
    [InlineData(Urls.SearchForm, Urls.Search)]
    [InlineData(Urls.CasesForm, Urls.Cases)]
    [InlineData(Urls.AccessLogForm, Urls.AccessLog)]
    public async Task Form_OfNoPageOrWithoutASession_LeadsNowhereWithTheWords(string form, string page)
    {
        using var els = await SignedInAsync(DemoPeople.Els);
        using var content = new FormUrlEncodedContent([new("q", Name), new("zoek", Name), new("huurder", Name)]);
        using var foreign = await els.Http.PostAsync(form, content, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);

        using var nobody = app.Visitor();
        using var signIn = await nobody.Http.PostAsync(form, content, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        Assert.Equal(Urls.ForSignIn(page), signIn.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Address_AtASecondInstance_OpensThereToo()
    {
        await using var beside = new TestApp(new() { Beside = app });
        var address = app.Sealed(DemoPeople.Els, $"/zaken?zoek={Name}");

        var read = CasesQuery.Of(address, beside.Services.GetRequiredService<SealedWords>(), DemoPeople.Els);

        Assert.Equal(Name, read[CasesQuery.SearchName]);
    }

    [Fact]
    public async Task SignIn_FromAnAddressWithWords_ComesBackToIt()
    {
        var address = app.Sealed(DemoPeople.Sanne, $"/zoek?{CaseSearch.FieldName}={Name}");
        using var visitor = app.Visitor();
        using var asked = await visitor.Http.GetAsync(address, Cancellation);
        Assert.Equal(Urls.ForSignIn(address), asked.Headers.Location!.PathAndQuery);

        using var back = await visitor.PostAsync(
            Urls.DemoSignIn, new() { ["person"] = DemoPeople.Sanne.Id, [Urls.ReturnUrlQuery] = address });

        Assert.Equal(address, back.Headers.Location!.OriginalString);
        Assert.Contains($"value=\"{Name}\"", await visitor.ReadAsync(address), StringComparison.Ordinal);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(one => one.Metadata.GetMetadata<IAllowAnonymous>() is null);

    private async Task<Visitor> SignedInAsync(Actor person)
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync(person);
        return visitor;
    }
}
