using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>The website's way in, over a real socket, into the real journal.</summary>
public sealed class IntakeApiTests(IntakeApiTests.Site site) : IClassFixture<IntakeApiTests.Site>
{
    private const string Whole = """
        {"soort":"nieuw","aanvrager":"bewindvoerder","naam":"A. Jansen","postcode":"5611 cd","huisnummer":"12","huisletter":"a",
         "toevoeging":"III","emailadres":" kantoor@bewind.example ","geboortedatum":"1984-12-03","relatienummer":"300110",
         "ontvangenOp":"2026-09-01T09:12:00+02:00","opmerking":"Graag snel."}
        """;
    private const string Least =
        """{"soort":"eerste","aanvrager":"huurder","naam":"B. Jansen","postcode":"5611CD","huisnummer":"12-A/III"}""";

    public static TheoryData<string> Unreadable =>
    [
        "", "null", "[]", "7", "{", Least[..^1] + ",\"bsn\":\"111222333\"}",
        Least.Replace("\"12-A/III\"", "12", StringComparison.Ordinal),
        Least.Replace("\"naam\"", "\"Naam\"", StringComparison.Ordinal), Least[..^1] + ",\"naam\":\"C. Jansen\"}",
        Least.Replace("\"B. Jansen\"", "{\"a\":1}", StringComparison.Ordinal),
        Least.Replace("B. Jansen", "\\ud83d", StringComparison.Ordinal),
        Least + Least, Least[..^1] + ",}",
    ];

    [Fact]
    public async Task Post_WholeRequest_HasACaseWithAllOfIt()
    {
        using var answer = await site.PostAsync(Whole);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var number = await NumberAsync(answer);
        var request = (await site.App.Runner.LoadAsync(number, TestContext.Current.CancellationToken))!.Request;
        Assert.Equal((Requester.CourtAdministrator, CodeKind.New, Channel.Website),
            (request.Requester, request.Kind, request.Channel));
        Assert.Equal("5611 CD 12 A-III", request.Address.ToString());
        Assert.Equal("kantoor@bewind.example", request.Email!.ToString());
        Assert.Equal((new DateOnly(1984, 12, 3), "300110", "Graag snel."),
            (request.BirthDate, request.PartyCode, request.Remark));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 7, 12, 0, TimeSpan.Zero), request.ReceivedAt);
    }

    [Theory]
    [InlineData(Whole)]
    [InlineData(Least)]
    public async Task Post_SameKeyAgain_GivesTheSameCase(string body)
    {
        var key = Guid.NewGuid().ToString();
        using var first = await site.PostAsync(body, key);
        using var second = await site.PostAsync(body, key);

        Assert.Equal((HttpStatusCode.Created, await NumberAsync(first)), (second.StatusCode, await NumberAsync(second)));
    }

    [Fact]
    public async Task Post_SameKeyAgainAfterTheCaseWasErased_GivesItsNumber()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await site.PostAsync(Least, key);
        var number = await NumberAsync(first);
        await site.EraseAsync(number);

        using var again = await site.PostAsync(Least, key);

        Assert.Equal((HttpStatusCode.Created, number), (again.StatusCode, await NumberAsync(again)));
    }

    [Fact]
    public async Task Post_SameKeyAtOnce_OpensOneCase()
    {
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.PostAsync(Least, key)));

        Assert.Single((await Task.WhenAll(answers.Select(NumberAsync))).Distinct());
    }

    [Fact]
    public async Task Post_SameKeyForAnotherRequest_IsRefused()
    {
        using var first = await site.PostAsync(Least, "een-sleutel");
        using var second = await site.PostAsync(Whole, "een-sleutel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal("urn:activatiewizard:sleutel-hergebruikt", (await ProblemAsync(second)).GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Post_NotOneObjectOfTheseTexts_IsAProblem(string body)
    {
        using var answer = await site.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:activatiewizard:onleesbaar", (await ProblemAsync(answer)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("soort", "derde")]
    [InlineData("aanvrager", "Huurder")]
    [InlineData("naam", "\u202E%")]
    [InlineData("postcode", "0000AA")]
    [InlineData("huisnummer", "-1")]
    [InlineData("huisletter", "AB")]
    [InlineData("toevoeging", "te-lang-veld")]
    [InlineData("emailadres", "a@mail.nl\r\nBcc: x@y.nl")]
    [InlineData("geboortedatum", "3-12-1984")]
    [InlineData("relatienummer", "3001 10")]
    [InlineData("ontvangenOp", "2026-09-01T09:12:00")]
    [InlineData("ontvangenOp", "2999-09-01T09:12:00Z")]
    [InlineData("emailadres", "p;devries@mail.nl")]
    [InlineData("emailadres", "a\u200B@mail.nl")]
    public async Task Post_WrongField_NamesThatFieldAndWhatToDo(string field, string value)
    {
        var whole = Whole.Replace("\"a\"", "\"\"", StringComparison.Ordinal);
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(whole)!;
        fields[field] = value;
        using var answer = await site.PostAsync(JsonSerializer.Serialize(fields));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = Assert.Single((await ProblemAsync(answer)).GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.NotEmpty(error.Value[0].GetString()!);
    }

    [Theory]
    [InlineData(null, "Vul het huisnummer in.")]
    [InlineData("en-GB,nl;q=0.5", "Enter the house number.")]
    [InlineData("fr, nl;q=0.1", "Vul het huisnummer in.")]
    [InlineData("%%%", "Vul het huisnummer in.")]
    [InlineData("nl;q=0.9, en", "Enter the house number.")]
    [InlineData("en;q=0.4, nl;q=0.5", "Vul het huisnummer in.")]
    [InlineData("en;q=0", "Vul het huisnummer in.")]
    public async Task Post_Language_IsTheCallers(string? accepted, string words)
    {
        using var answer = await site.PostAsync(Least.Replace("12-A/III", "", StringComparison.Ordinal), language: accepted);

        Assert.Equal(words, (await ProblemAsync(answer)).GetProperty("errors").GetProperty("huisnummer")[0].GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("demo-aanvragen-sleutel-niet")]
    public async Task Post_WithoutTheRightApiKey_IsRefusedBeforeItIsRead(string? apiKey)
    {
        using var answer = await site.PostAsync("{", apiKey: apiKey);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("urn:activatiewizard:geen-toegang", (await ProblemAsync(answer)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("met spatie")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Post_WithoutAnIdempotencyKey_IsRefused(string key)
    {
        using var answer = await site.PostAsync(Least, key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:activatiewizard:sleutel-ontbreekt", (await ProblemAsync(answer)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_Over64KiB_IsTooLarge(bool saysItsLength)
    {
        var body = Least[..^1] + $",\"opmerking\":\"{new string('a', 64 * 1024)}\"}}";
        using var answer = await site.PostAsync(body, saysItsLength: saysItsLength);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await ProblemAsync(answer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_Of64KiB_IsTaken(bool saysItsLength)
    {
        using var answer = await site.PostAsync(Least.PadRight(64 * 1024), saysItsLength: saysItsLength);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Post_AsAForm_IsTheWrongKind()
    {
        using var answer = await site.PostAsync("naam=A", type: "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        await ProblemAsync(answer);
    }

    [Fact]
    public async Task GetDocument_Anybody_HasWhatDocsHave()
    {
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Product.Root, "docs", "openapi.json"), cancellation),
            (await site.GetAsync(Urls.IntakeDocument)).ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public async Task MapIntake_ProductionWithoutAKey_OpensNoWayIn()
    {
        var installation = new Installation(InstallationMode.Production, "/data");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(
            IntakeSettings.Read(new SettingsReader(new ConfigurationBuilder().Build(), installation.IsDemo)));
        await using var app = builder.Build();

        app.MapIntake();

        Assert.Empty(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    private static async Task<CaseNumber> NumberAsync(HttpResponseMessage answer)
    {
        var body = await JsonAsync(answer);
        Assert.Equal(["zaaknummer"], body.EnumerateObject().Select(one => one.Name));
        Assert.True(CaseNumber.TryParse(body.GetProperty("zaaknummer").GetString(), out var number));
        return number;
    }

    private static Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return JsonAsync(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The website that sends the requests.</summary>
    public sealed class Site : IDisposable
    {
        public Site() => Http = new HttpClient { BaseAddress = App.Address };

        internal TestApp App { get; } = new();

        private HttpClient Http { get; }

        public async Task<HttpResponseMessage> PostAsync(
            string body, string? key = null, string? apiKey = IntakeSettings.DemoKey, string? language = null,
            string type = "application/json", bool saysItsLength = true)
        {
            using var content = new StringContent(body, Encoding.UTF8);
            using var message = new HttpRequestMessage(HttpMethod.Post, Urls.Intake) { Content = content };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
            message.Headers.TransferEncodingChunked = !saysItsLength;
            message.Headers.TryAddWithoutValidation(IntakeApi.IdempotencyHeader, key ?? Guid.NewGuid().ToString());
            if (apiKey is not null)
                message.Headers.TryAddWithoutValidation(IntakeApi.KeyHeader, apiKey);
            if (language is not null)
                message.Headers.TryAddWithoutValidation("Accept-Language", language);
            return await Http.SendAsync(message, TestContext.Current.CancellationToken);
        }

        public async Task EraseAsync(CaseNumber number)
        {
            var desk = App.DeskOf(DemoPeople.Sanne);
            await desk.TakeAsync(number);
            var taken = await App.UntilAsync(number, one => one.Handler is not null);
            await desk.AnswerAsync(number, taken.Version, new Withdraw("Dubbel"));
            await App.UntilAsync(number, one => one.State.IsFinal);
            await App.EraseAsync(number);
        }

        public Task<string> GetAsync(string path) => Http.GetStringAsync(path, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            Http.Dispose();
            App.Dispose();
        }
    }
}
