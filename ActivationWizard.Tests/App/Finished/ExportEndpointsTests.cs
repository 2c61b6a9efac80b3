using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Finished;

/// <summary>
/// The files that can be taken out of the wizard, by their addresses: who gets them, what is in them, and what never is.
/// </summary>
public sealed partial class ExportEndpointsTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    private static readonly XNamespace Xes = "http://www.xes-standard.org/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_TakenInElsewhere_IsTheSameCaseWithItsChainWhole()
    {
        var number = await exports.FinishAsync();
        var file = await exports.BytesAsync(Urls.ForCaseJson(number), "application/json");
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);

        var taken = await other.Get<CaseImport>().ImportAsync(file, Cancellation);

        Assert.Equal((number, null), (taken.Number, taken.Refusal));
        Assert.Equal(
            (await exports.App.Services.GetRequiredService<CaseReading>().EventsAsync(number, Cancellation)).Select(Told),
            (await other.Reading.EventsAsync(number, Cancellation)).Select(Told));
        var found = await other.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((1, 13L, 0), (found.Cases, found.Events, found.Breaks.Count));
    }

    [Fact]
    public async Task Files_OfACase_AreWrittenDownForTheEmployee()
    {
        var number = await exports.FinishAsync();

        await exports.BytesAsync(Urls.ForCaseJson(number), "application/json");
        await exports.BytesAsync(Urls.ForCaseXes(number), "application/xml");

        var looks = await exports.App.Services.GetRequiredService<CaseAccesses>().OfAsync(number, DemoPeople.Sanne, Cancellation);
        Assert.Equal([(AccessKind.Export, DemoPeople.Els), (AccessKind.Export, DemoPeople.Els)],
            looks.Select(look => (look.Kind, look.Actor)));
    }

    [Fact]
    public async Task Csv_OfAList_HasTheCasesOfItsFiltersAndNoFormula()
    {
        await exports.FinishAsync(name: "=HYPERLINK(\"http://kwaad.example\";\"Klik\")");
        await exports.FinishAsync(name: "Anna van der Jansen");

        var bytes = await exports.BytesAsync($"{Urls.CasesCsv}?zoek=hyperlink", "text/csv");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"'=HYPERLINK(\"\"http://kwaad.example\"\";\"\"Klik\"\")\"", lines[1], StringComparison.Ordinal);
        Assert.All(
            lines, line => Assert.DoesNotContain(line.Split(';'), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]));
    }

    [Theory]
    [InlineData("nl-NL", ';', "Zaak", ",")]
    [InlineData("en-GB", ',', "Case", ".")]
    public async Task Csv_ForAReader_HasTheSeparatorsOfTheirCountry(string language, char separator, string first, string point)
    {
        var number = await exports.FinishAsync(name: "Ali, Baba en veertig");

        var bytes = await exports.BytesAsync($"{Urls.CasesCsv}?zoek={number}", "text/csv", language);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"{first}{separator}", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"Ali, Baba en veertig\"", lines[1], StringComparison.Ordinal);
        var cells = Quoted().Replace(lines[1], cell => cell.Value.Trim('"').Replace(separator, '_')).Split(separator);
        Assert.Equal(lines[0].Split(separator).Length, cells.Length);
        Assert.Equal(number.ToString(), cells[0]);
        Assert.True(DateTimeOffset.TryParseExact(cells[1], "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _), cells[1]);
        // Two times, each under its own name: the wait of half an hour before there was a case, and the hands.
        Assert.Equal(2, lines[0].Split(separator)[^3..^1].Distinct().Count());
        Assert.All(cells[^3..^1], minutes => Assert.Matches($"^[0-9]+[{point}][0-9]$", minutes));
    }

    [Fact]
    public async Task Files_ForMachines_AreTheSameInEveryLanguage()
    {
        var number = await exports.FinishAsync();
        foreach (var (address, type) in new[]
        {
            (Urls.ForCaseJson(number), "application/json"), (Urls.ForCaseXes(number), "application/xml"),
        })
            Assert.Equal(await exports.BytesAsync(address, type), await exports.BytesAsync(address, type, "en-GB"));
    }

    [Fact]
    public async Task Xes_OfASelection_IsAsTheStandardHasIt()
    {
        var number = await exports.FinishAsync();

        var log = XDocument.Load(
            new MemoryStream(await exports.BytesAsync($"{Urls.CasesXes}?weergave=alles", "application/xml"))).Root!;

        Assert.Equal(Xes + "log", log.Name);
        Assert.True(
            decimal.TryParse(log.Attribute("xes.version")?.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _));
        Assert.NotNull(log.Attribute("xes.features"));
        string[] order = ["extension", "global", "classifier", "trace"];
        Assert.All(log.Elements(), element => Assert.Equal(Xes, element.Name.Namespace));
        Assert.Equal(order, log.Elements().Select(element => element.Name.LocalName).Distinct());
        var places = log.Elements().Select(element => Array.IndexOf(order, element.Name.LocalName)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.Equal(["trace", "event"], log.Elements(Xes + "global").Select(element => element.Attribute("scope")?.Value));
        Assert.Contains(log.Elements(Xes + "trace"), trace => NameOf(trace) == number.ToString());
    }

    [Fact]
    public async Task Xes_OfACase_GivesEveryEventWhatTheLogPromises()
    {
        var number = await exports.FinishAsync();

        var log = XDocument.Load(new MemoryStream(await exports.BytesAsync(Urls.ForCaseXes(number), "application/xml"))).Root!;

        var trace = Assert.Single(log.Elements(Xes + "trace"));
        var events = trace.Elements(Xes + "event").ToList();
        var global = log.Elements(Xes + "global").Single(element => element.Attribute("scope")?.Value is "event");
        var promised = global.Elements().Select(Key).ToList();
        var prefixes = log.Elements(Xes + "extension").Select(element => element.Attribute("prefix")!.Value).ToList();
        Assert.Equal(13, events.Count);
        Assert.All(events, one => Assert.Superset(promised.ToHashSet(), one.Elements().Select(Key).ToHashSet()));
        Assert.All(trace.Descendants().Where(element => element.Attribute("key") is not null), element =>
        {
            Assert.Contains(element.Name.LocalName, new[] { "string", "date", "float" });
            Assert.Equal(Key(element), XmlConvert.VerifyName(Key(element)));
            // A name without a prefix belongs to no extension: it is the log's own.
            if (Key(element).Contains(':', StringComparison.Ordinal))
                Assert.Contains(Key(element).Split(':')[0], prefixes);
            Assert.NotEmpty(element.Attribute("value")!.Value);
        });
        Assert.Equal(["waitingMinutes", "handlingMinutes"], trace.Elements(Xes + "float").Select(Key));
        Assert.All(events.Elements(Xes + "date"), date => XmlConvert.ToDateTimeOffset(date.Attribute("value")!.Value));
        Assert.Contains(promised, key => key == log.Element(Xes + "classifier")!.Attribute("keys")!.Value);
        Assert.Equal(Replays.ByEmail.Select(entry => JournalNames.Of(entry.Event)), events.Select(NameOf));
    }

    [Fact]
    public async Task Files_OfEverySort_HoldNoCodeAndTheLogNoTenant()
    {
        foreach (var (address, type) in new[]
        {
            (Urls.ForCaseJson(exports.ByLetter), "application/json"), (Urls.ForCaseXes(exports.ByLetter), "application/xml"),
            ($"{Urls.CasesXes}?weergave=alles", "application/xml"), ($"{Urls.CasesCsv}?weergave=alles", "text/csv"),
        })
        {
            var text = Encoding.UTF8.GetString(await exports.BytesAsync(address, type));
            Assert.DoesNotContain(exports.Code, text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(type is not "application/xml", text.Contains("van den Brief", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Search_ByTheCode_FindsNoCase()
    {
        var finished = exports.App.Services.GetRequiredService<FinishedCases>();

        Assert.Empty((await finished.PageAsync(DemoPeople.Els, exports.Code, null, 25, Cancellation)).Cases);
        Assert.Single((await finished.PageAsync(DemoPeople.Els, "van den brief", null, 25, Cancellation)).Cases);
    }

    [Theory]
    [InlineData("Ç. Yıldırım", "yildirim")]
    [InlineData("S. O'Brien", "o’brien")]
    [InlineData("S. O'Brien", "OBRIEN")]
    public async Task Search_ForANameAsItIsTyped_FindsTheCase(string name, string typed)
    {
        var number = await exports.FinishAsync(name);
        using var visitor = exports.App.Visitor();
        await visitor.SignInAsync(DemoPeople.Els);

        var page = await visitor.ReadAsync(exports.App.SealedSearch(DemoPeople.Els, typed));
        Assert.Contains(number.ToString(), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ForThreeHundredCharacters_SaysSoAndListsNothing()
    {
        await exports.FinishAsync();
        using var visitor = exports.App.Visitor();
        await visitor.SignInAsync(DemoPeople.Els);

        var page = await visitor.SearchAsync($"/zoek?q={new string('a', 300)}");

        Assert.Contains("zoek-fout", page, StringComparison.Ordinal);
        Assert.Contains("300", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aw-list", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sanne.bakker")]
    [InlineData("bram.kuipers")]
    public async Task Files_ForAnyoneButATeamLead_AreRefused(string person)
    {
        var number = await exports.FinishAsync();
        using var visitor = exports.App.Visitor();
        await visitor.SignInAsync(DemoPeople.Find(person)!);
        foreach (var address in new[] { Urls.ForCaseJson(number), Urls.ForCaseXes(number), Urls.CasesXes, Urls.CasesCsv })
        {
            using var answer = await visitor.Http.GetAsync(address, Cancellation);
            Assert.True(
                answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.AbsolutePath == Urls.NoAccess,
                $"{address}: {answer.StatusCode}");
        }

        Assert.Empty(
            await exports.App.Services.GetRequiredService<CaseAccesses>().OfAsync(number, DemoPeople.Sanne, Cancellation));
    }

    [Theory]
    [InlineData("/zaken/2026-99999/zaak.json")]
    [InlineData("/zaken/abc/zaak.json")]
    [InlineData("/zaken/abc/gebeurtenissen.xes")]
    public async Task Files_OfNoCase_AreNotFound(string address)
    {
        using var visitor = exports.App.Visitor();
        await visitor.SignInAsync(DemoPeople.Els);
        using var answer = await visitor.Http.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static (int, Actor, DateTimeOffset, string) Told(RecordedEvent entry) =>
        (entry.Sequence, entry.Actor, entry.At, JournalNames.Of(entry.Event));

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"")]
    private static partial Regex Quoted();

    private static string Key(XElement element) => element.Attribute("key")!.Value;

    private static string NameOf(XElement element) =>
        element.Elements(Xes + "string").Single(one => Key(one) is "concept:name").Attribute("value")!.Value;
}
