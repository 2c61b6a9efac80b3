using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using CsCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>docs/openapi.json and docs/api.md say what the intake does, no more and no less.</summary>
public sealed partial class IntakeDocumentTests
{
    private static readonly DateTimeOffset Now = FixedTime.Start;

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["soort"] = "eerste",
        ["aanvrager"] = "huurder",
        ["naam"] = "A. Jansen",
        ["postcode"] = "5611 CD",
        ["huisnummer"] = "12",
    };

    public static TheoryData<string, string[]> Patterns => new()
    {
        { "postcode", ["5611CD", "5611 cd", "1000 AA"] }, { "huisnummer", ["12", "12a", "12-A/III", "12 bis", "99999", "12-3"] },
        { "huisletter", ["a", "Z"] }, { "toevoeging", ["III", "2", "bis", "123456"] },
        { "relatienummer", ["300110", "A-1/2.3", "12345678901234567890"] },
    };

    private static JsonElement Document =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Product.Root, "docs", "openapi.json"))).RootElement;

    private static JsonElement Request => Document.GetProperty("components").GetProperty("schemas").GetProperty("Aanvraag");

    private static JsonElement Operation => Document.GetProperty("paths").GetProperty(Urls.Intake).GetProperty("post");

    [Fact]
    public async Task OpenApi_Document_IsWhatTheCodeSays()
    {
        await using var app = App();
        app.MapIntake();
        // The endpoints are known to the explorer once the app has started.
        await app.StartAsync(TestContext.Current.CancellationToken);
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await provider.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);

        WrittenFile.Is(
            "docs/openapi.json",
            await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Api_Problems_AreThoseOfTheCode()
    {
        var problems = IntakeProblem.All.Select(one => $"- **{one.Status}** `{one.Type}`: {one.Meaning}");

        WrittenFile.Holds("docs/api.md", "problems", string.Join('\n', problems.SelectMany(Wrapped)));
    }

    [Fact]
    public void Broken_ConnectionThatBroughtTooMuch_IsTooLargeAndEveryOtherUnreadable()
    {
        Assert.Equal(IntakeProblem.TooLarge, IntakeProblem.Broken(413));
        Assert.Equal(IntakeProblem.Unreadable, IntakeProblem.Broken(400));
    }

    [Fact]
    public void Api_Sentences_AreThoseOfTheCode()
    {
        var rows =
            from field in Enum.GetValues<IntakeField>()
            where field is not IntakeField.Channel
            from error in Enum.GetValues<IntakeError>()
            let words = Languages.Cultures
                .Select(language => IntakeText.ResourceManager.GetString($"{field}{error}", language)).ToArray()
            where words[0] is not null
            select $"- `{WebsiteRequest.NameOf(field)}`: {words[0]} / {words[1]}";

        WrittenFile.Holds("docs/api.md", "sentences", string.Join('\n', rows.SelectMany(Wrapped)));
    }

    [Fact]
    public void Api_Fields_AreThoseOfTheDocument()
    {
        var needed = Request.GetProperty("required").EnumerateArray().Select(one => one.GetString()).ToHashSet();
        var fields =
            from one in Request.GetProperty("properties").EnumerateObject()
            let need = needed.Contains(one.Name) ? "required" : "optional"
            select $"- `{one.Name}`, {need}. {Text(one.Value, "description")}{Limits(one.Value)}";

        WrittenFile.Holds("docs/api.md", "fields", string.Join('\n', fields.SelectMany(Wrapped)));
    }

    [Fact]
    public void Required_EachLeftOut_IsMissedAndNoOtherIs()
    {
        Assert.Equal(Good.Keys.Order(), Request.GetProperty("required").EnumerateArray().Select(one => one.GetString()).Order());
        foreach (var (name, _) in Good)
            Assert.Equal([name], Faults(Good.Where(one => one.Key != name)));
        Assert.Empty(Faults(Good));
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_AnyText_AdmitsWhatIsTakenAndNothingElse(string name, string[] samples)
    {
        var property = Request.GetProperty("properties").GetProperty(name);
        var pattern = new Regex(Text(property, "pattern"), RegexOptions.CultureInvariant);
        var most = property.TryGetProperty("maxLength", out var length) ? length.GetInt32() : int.MaxValue;
        var signs = Gen.Char["0123459aAbBiIzZ -/.é"];
        var good = Gen.Int[0, samples.Length - 1].Select(at => samples[at]);
        var texts = Gen.OneOf(
            good,
            signs.Array[1, 12].Select(some => new string(some)),
            Gen.Select(good, Gen.Int[0, 20], signs, (text, at, sign) => text.Insert(at % (text.Length + 1), $"{sign}")),
            Gen.Select(good, Gen.Int[0, 20], (text, at) => text.Remove(at % text.Length, 1)));

        texts.Where(text => text.Length > 0 && text == text.Trim()).Sample(text =>
            (pattern.IsMatch(text) && text.Length <= most) == (Faults(With(name, text)).Length is 0));
        Assert.All(samples, sample => Assert.Matches(pattern, sample));
    }

    [Theory]
    [InlineData("geboortedatum", "1984-12-03")]
    [InlineData("ontvangenOp", "2026-09-01T09:12:00+02:00")]
    public void Pattern_OfATime_AdmitsNoLessThanIsTaken(string name, string sample)
    {
        var property = Request.GetProperty("properties").GetProperty(name);
        var pattern = new Regex(Text(property, "pattern"), RegexOptions.CultureInvariant);
        var texts = Gen.Select(
            Gen.Int[0, sample.Length - 1], Gen.Char["0129-:TZ+. "], (at, sign) => sample[..at] + sign + sample[(at + 1)..]);

        texts.Where(text => text == text.Trim()).Sample(text => pattern.IsMatch(text) || Faults(With(name, text)).Length > 0);
        Assert.Empty(Faults(With(name, sample)));
    }

    [Theory]
    [InlineData("naam")]
    [InlineData("opmerking")]
    public void MaxLength_OfAText_IsTheLongestThatIsTaken(string name)
    {
        var most = Request.GetProperty("properties").GetProperty(name).GetProperty("maxLength").GetInt32();

        Assert.Empty(Faults(With(name, new string('a', most))));
        Assert.Equal([name], Faults(With(name, new string('a', most + 1))));
    }

    [Fact]
    public void Enums_EachWord_IsTaken()
    {
        foreach (var name in new[] { "soort", "aanvrager" })
        {
            var words = Request.GetProperty("properties").GetProperty(name).GetProperty("enum").EnumerateArray().ToArray();
            Assert.NotEmpty(words);
            Assert.All(words, word => Assert.Empty(Faults(With(name, word.GetString()!))));
        }
    }

    [Fact]
    public void Examples_OfRequests_AreTaken()
    {
        var examples = Operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json")
            .GetProperty("examples").EnumerateObject().ToArray();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(FaultsIn(example.Value.GetProperty("value").GetRawText())));
    }

    [Fact]
    public void Api_Requests_AreTaken()
    {
        var requests = Bodies().Matches(File.ReadAllText(Path.Combine(Product.Root, "docs", "api.md")));

        Assert.NotEmpty(requests);
        Assert.All(requests, request => Assert.Empty(FaultsIn(request.Groups[1].Value)));
    }

    private static WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Intake:ApiKey", new string('k', 32))]);
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        builder.Services.AddIntake(
            IntakeSettings.Read(new SettingsReader(builder.Configuration, isDemo: false)),
            new Installation(InstallationMode.Production, "/data"),
            simulators: null);
        return builder.Build();
    }

    private static Dictionary<string, string> With(string name, string value) =>
        new(Good, StringComparer.Ordinal) { [name] = value };

    private static string[] Faults(IEnumerable<KeyValuePair<string, string>> fields) =>
        FaultsIn(JsonSerializer.Serialize(new Dictionary<string, string>(fields)));

    private static string[] FaultsIn(string json)
    {
        var request = WebsiteRequest.Read(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.NotNull(request);
        return [.. IntakeReading.Of(request.ToFields(), Now).Faults.Select(fault => WebsiteRequest.NameOf(fault.Field))];
    }

    private static string Text(JsonElement schema, string name) => schema.GetProperty(name).GetString()!;

    private static string Limits(JsonElement property)
    {
        string[] limits =
        [
            .. property.TryGetProperty("enum", out var words)
                ? [$"One of {string.Join(", ", words.EnumerateArray().Select(word => $"`{word}`"))}; letter case matters."]
                : Array.Empty<string>(),
            .. property.TryGetProperty("maxLength", out var most)
                ? [string.Create(CultureInfo.InvariantCulture, $"At most {most.GetInt32():N0} characters.")]
                : Array.Empty<string>(),
            .. property.TryGetProperty("pattern", out var pattern)
                ? [$"Pattern: `{pattern.GetString()}`"]
                : Array.Empty<string>(),
        ];
        return string.Concat(limits.Select(limit => " " + limit));
    }

    // At most 130 columns; what has no space in it, as a pattern, stays whole.
    private static IEnumerable<string> Wrapped(string text)
    {
        var line = "";
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (line.Length > 2 && line.Length + 1 + word.Length > 130)
            {
                yield return line;
                line = " ";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        yield return line;
    }

    // A pattern between back quotes may hold spaces, and is one word.
    [GeneratedRegex(@"(?:`[^`]*`|[^\s`])+")]
    private static partial Regex Words();

    [GeneratedRegex(@"-d '(\{.*?\})'", RegexOptions.Singleline)]
    private static partial Regex Bodies();
}
