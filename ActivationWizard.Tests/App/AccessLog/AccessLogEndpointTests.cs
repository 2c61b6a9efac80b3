using System.Net;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.App.AccessLog;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.AccessLog;

/// <summary>The page of who saw what, and its file, by their addresses.</summary>
public sealed class AccessLogEndpointTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_OfACase_HasALineForEachAccessAndIsInTheLogAndTheSecurityLines()
    {
        var number = await exports.FinishAsync("=Gevaarlijk");
        await exports.BytesAsync(Urls.ForCaseJson(number), "application/json");

        var bytes = await exports.BytesAsync($"{Urls.AccessLogCsv}?zaak={number}", "text/csv");

        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{AccessLogText.ColumnWhen};", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            $";{DemoPeople.Els.Id};{DemoPeople.Els.Name};Teamleider;{AccessText.KindExport};{number};", lines[1],
            StringComparison.Ordinal);
        using var bram = await SignedInAsync(DemoPeople.Bram);
        Assert.Contains(AccessText.KindAccessLog, await bram.ReadAsync(Urls.AccessLog), StringComparison.Ordinal);
        Assert.Contains(exports.App.Log.GetSnapshot(), line =>
            line.Message.StartsWith($"Security: what=AccessLog who=\"{DemoPeople.Els.Id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_OfATenant_IsNotForASystemManager()
    {
        using var bram = await SignedInAsync(DemoPeople.Bram);
        var ofATenant = exports.App.Sealed(DemoPeople.Bram, $"{Urls.AccessLogCsv}?huurder=jansen");
        using var answer = await bram.Http.GetAsync(ofATenant, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(
            "name=\"huurder\"", await bram.SearchAsync($"{Urls.AccessLog}?huurder=jansen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zaak=2026-1", AccessLogQuery.NumberName)]
    [InlineData("vanaf=gisteren", AccessLogQuery.FromName)]
    [InlineData("tot=2026-02-30", AccessLogQuery.UntilName)]
    [InlineData("vanaf=2026-11-02&tot=2026-11-01", AccessLogQuery.FromName)]
    [InlineData("huurder=a+b+c+d+e+f+g+h+i", AccessLogQuery.TenantName)]
    public async Task Page_WithNonsenseInItsAddress_SaysWhatIsWrong(string query, string field)
    {
        var address = exports.App.Sealed(DemoPeople.Els, $"{Urls.AccessLog}?{query}&bladzijde=-1");
        var words = exports.App.Services.GetRequiredService<SealedWords>();
        Assert.Equal([field], AccessLogQuery.Of(address, words, DemoPeople.Els).Errors.Select(error => error.FieldId));

        using var els = await SignedInAsync(DemoPeople.Els);
        var page = await els.ReadAsync(address);

        Assert.Contains($"#{field}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ErrorsText.FailureLead, page, StringComparison.Ordinal);
    }

    private async Task<Visitor> SignedInAsync(Actor person)
    {
        var visitor = exports.App.Visitor();
        await visitor.SignInAsync(person);
        return visitor;
    }
}
