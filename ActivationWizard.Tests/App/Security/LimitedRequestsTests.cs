using System.Net;
using System.Text;
using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.Security;

/// <summary>Limits of the whole app, set low: what a caller, a visitor and a person get above them.</summary>
public sealed class LimitedRequestsTests : IAsyncLifetime
{
    private const int More = 40;

    private readonly TestApp _app = new(new()
    {
        Settings = new()
        {
            ["Limits:IntakePerMinute"] = "2",
            ["Limits:SignInsPerMinute"] = "3",
            ["Limits:SearchesPerMinute"] = "2",
        },
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Intake_TooOften_IsAProblemThatSaysWhenToComeBack()
    {
        using var visitor = _app.Visitor();

        using var refused = await UntilRefusedAsync(() => PostAsync(visitor, IntakeSettings.DemoKey));

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(IntakeProblem.TooOften.Type, problem.GetProperty("type").GetString());
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("Too many requests", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        // Whoever has not the key is counted apart, and keeps nobody out.
        using var stranger = await PostAsync(visitor, "geen-sleutel");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(["\"Intake:ApiKey\""], Told("Intake"));
    }

    [Fact]
    public async Task SignIn_TooOften_IsAPageInWordsAndALineOfSecurity()
    {
        using var visitor = _app.Visitor();

        using var refused = await UntilRefusedAsync(
            () => visitor.PostAsync(Urls.DemoSignIn, new() { ["person"] = DemoPeople.Sanne.Id }));

        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(
            ErrorsText.TooOftenLead, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation)),
            StringComparison.Ordinal);
        Assert.Equal(["\"\""], Told("SignIn"));
        // Whoever is in goes on.
        Assert.Contains(DemoPeople.Sanne.Name, await visitor.ReadAsync(Urls.Work), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TooOften_SaysSoAndKeepsWhatWasTyped()
    {
        using var visitor = _app.Visitor();
        await visitor.SignInAsync(DemoPeople.Tom);
        var page = "";
        for (var times = 0; times < More && !page.Contains(IntakeText.SearchTooOften, StringComparison.Ordinal); times++)
            page = await visitor.SearchAsync("/zoek?q=Rechtop");

        Assert.Contains(IntakeText.SearchTooOften, page, StringComparison.Ordinal);
        Assert.Contains("value=\"Rechtop\"", page, StringComparison.Ordinal);
        Assert.Equal([$"\"{DemoPeople.Tom.Id}\""], Told("Search"));
        using var other = _app.Visitor();
        await other.SignInAsync(DemoPeople.Els);
        Assert.DoesNotContain(
            IntakeText.SearchTooOften, await other.SearchAsync("/zoek?q=Rechtop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormOfATenant_TooOften_HasNothingFilledInAndSaysSo()
    {
        const string born = "2-3-1984";
        var known = await _app.UntilAsync(
            await _app.NumberOfAsync("E. Mailstra"), one => one.Facts.Person.Value?.Party is not null);
        var form = _app.Sealed(DemoPeople.Tom, $"{Urls.NewRequest}?relatie={known.Facts.Person.Value!.Party!.Id}");
        using var visitor = _app.Visitor();
        await visitor.SignInAsync(DemoPeople.Tom);
        var page = await visitor.ReadAsync(form);
        Assert.Contains(born, page, StringComparison.Ordinal);
        for (var times = 0; times < More && !page.Contains(IntakeText.SearchTooOften, StringComparison.Ordinal); times++)
            page = await visitor.ReadAsync(form);

        Assert.Contains(IntakeText.SearchTooOften, page, StringComparison.Ordinal);
        Assert.DoesNotContain(born, page, StringComparison.Ordinal);
        Assert.Equal([$"\"{DemoPeople.Tom.Id}\""], Told("Search"));
    }

    [Fact]
    public async Task AccessRequest_TooOften_IsRefusedAsASearch()
    {
        using var els = _app.Visitor();
        await els.SignInAsync(DemoPeople.Els);

        using var refused = await UntilRefusedAsync(() => els.PostAsync(
            Urls.AccessRequestJson, new() { [AccessRequestForm.NumberName] = "2026-00001" }, Urls.AccessRequest));

        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal([$"\"{DemoPeople.Els.Id}\""], Told("Search"));
    }

    [Theory]
    [InlineData(Urls.AccessLog + "?huurder=Rechtop", true)]
    [InlineData(Urls.AccessLogCsv + "?huurder=Rechtop", false)]
    [InlineData(Urls.CasesCsv + "?zoek=Rechtop", false)]
    [InlineData(Urls.CasesXes + "?zoek=Rechtop", false)]
    public async Task SearchOfATenant_WhereverItIs_HasTheSameLimit(string asked, bool isPage)
    {
        var address = _app.Sealed(DemoPeople.Els, asked);
        using var els = _app.Visitor();
        await els.SignInAsync(DemoPeople.Els);
        var page = "";
        using var refused = isPage ? null : await UntilRefusedAsync(() => els.Http.GetAsync(address, Cancellation));
        for (var times = isPage ? 0 : More; times < More && !IsRefused(page); times++)
            page = await els.ReadAsync(address);

        if (refused is not null)
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        else
            Assert.True(IsRefused(page));
        Assert.Equal([$"\"{DemoPeople.Els.Id}\""], Told("Search"));
        // A page that looks for nobody goes on.
        Assert.False(isPage && IsRefused(await els.ReadAsync(address[..address.IndexOf('?')])));

        static bool IsRefused(string shown) => shown.Contains(IntakeText.SearchTooOften, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_TooOften_IsRefusedAsASearch()
    {
        var number = await _app.NumberOfAsync("E. Mailstra");
        using var els = _app.Visitor();
        await els.SignInAsync(DemoPeople.Els);
        foreach (var address in new[]
        {
            Urls.CasesCsv, Urls.CasesXes, Urls.ForCaseJson(number), Urls.ForCaseXes(number), Urls.ForCasePage(number),
            Urls.TrialCsv, Urls.AccessLogCsv,
        })
        {
            using var refused = await UntilRefusedAsync(() => els.Http.GetAsync(address, Cancellation));
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal([$"\"{DemoPeople.Els.Id}\""], Told("Search"));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // A slow machine may come into the next minute.
    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var times = 0; ; times++)
        {
            var answer = await ask();
            if (answer.StatusCode is HttpStatusCode.TooManyRequests)
                return answer;
            answer.Dispose();
            Assert.True(times < More, "Nothing is refused.");
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string key)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Intake) { Content = content };
        request.Headers.Add(IntakeApi.KeyHeader, key);
        request.Headers.Add(IntakeApi.IdempotencyHeader, "k");
        request.Headers.Add("Accept-Language", "en");
        return await visitor.Http.SendAsync(request, Cancellation);
    }

    // Who, of the lines about one limit.
    private IEnumerable<string?> Told(string limit) => _app.Log.GetSnapshot()
        .Where(line => line.Id.Id == (int)SecurityEvent.Limit
            && line.GetStructuredStateValue("Outcome") == $"\"{limit} refused 1 times\"")
        .Select(line => line.GetStructuredStateValue("Who")).Distinct();
}
