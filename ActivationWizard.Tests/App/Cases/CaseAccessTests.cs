using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>What is written down of what people open, search and take along, over the pages and addresses themselves.</summary>
public sealed partial class CaseAccessTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/controleren")]
    [InlineData("/klaar")]
    public async Task Page_OfAColleaguesCaseAndOfNoCase_IsTheSameQuestion(string step)
    {
        var number = await exports.FinishAsync("Anna Verborgen");
        var none = CaseNumber.Of(number.Year, 9_999_999);
        using var tom = await SignedInAsync(DemoPeople.Tom);

        var there = await tom.ReadAsync($"{Urls.Cases}/{number}{step}");
        var notThere = await tom.ReadAsync($"{Urls.Cases}/{none}{step}");

        Assert.Contains(AccessText.AskTitle.With(number), there, StringComparison.Ordinal);
        Assert.DoesNotContain("Verborgen", there, StringComparison.Ordinal);
        Assert.Equal(Settled(notThere, none), Settled(there, number));
        Assert.DoesNotContain(await RowsAsync(), row => row.Case == CaseKey.Of(number));
    }

    [Fact]
    public async Task Page_OfAnOwnCase_IsWrittenDownOnceHoweverOftenItIsDrawn()
    {
        var number = await exports.FinishAsync();
        using var sanne = await SignedInAsync(DemoPeople.Sanne);

        // The address of the case leads on to its step.
        await sanne.ReadAsync($"{Urls.Cases}/{number}");
        Assert.Contains(
            StepsText.CaseLine.With(number), await sanne.ReadAsync($"{Urls.Cases}/{number}/klaar"), StringComparison.Ordinal);

        var row = Assert.Single(await RowsAsync(), row => row.Case == CaseKey.Of(number));
        Assert.Equal(
            ("Case", "OwnCase", DemoPeople.Sanne.Id, "Employee"), (row.What, row.Ground, row.ActorId, row.ActorRole));
    }

    [Fact]
    public async Task AdmittedCases_ACaseThatNobodyWasLetInTo_CannotBeFollowed()
    {
        var number = await exports.FinishAsync();
        var tom = exports.App.AdmittedOf(DemoPeople.Tom);
        Assert.IsType<Admission.ReasonNeeded>(await tom.OpenAsync(number));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tom.FollowAsync(number));

        await tom.OpenAsync(number, GivenReason.Of(AccessReason.Complaint, null));

        Assert.Equal(number, (await tom.FollowAsync(number))!.Number);
    }

    [Fact]
    public async Task Csv_OfAList_IsWrittenDownForEachCaseInIt()
    {
        var (one, two) = (await exports.FinishAsync("Lijstje Een"), await exports.FinishAsync("Lijstje Twee"));

        await exports.BytesAsync($"{Urls.CasesCsv}?zoek=lijstje", "text/csv");

        var rows = (await RowsAsync()).Where(row => row.What is "List").ToList();
        Assert.All([one, two], number => Assert.Equal(
            ("TeamLead", "CSV", DemoPeople.Els.Id),
            rows.Where(row => row.Case == CaseKey.Of(number)).Select(row => (row.Ground, row.Detail, row.ActorId)).Single()));
    }

    [Theory]
    [InlineData("/zoek?q=Brievenbus", "Search", "Name", 1)]
    [InlineData("/zoek?q=onbekend-woord", "Search", "Name", 0)]
    [InlineData("/zoek?q=9999ZX+12", "PeopleSearch", "Address", 0)]
    [InlineData("/zaken?zoek=Brievenbus", "Search", "Name", 1)]
    [InlineData("/zoek/nieuw?relatie=990099", "PeopleSearch", "Number", 0)]
    public async Task Search_ByAnEmployee_SaysWhatByAndHowManyAndNoWords(string address, string what, string by, int found)
    {
        if (found > 0)
            await exports.FinishAsync($"Brievenbus {address.Length}");
        using var sanne = await SignedInAsync(DemoPeople.Sanne);
        var before = await RowsAsync();

        // The form and the page it leads to are one search.
        await sanne.ReadAsync(address.StartsWith(Urls.NewRequest, StringComparison.Ordinal)
            ? exports.App.Sealed(DemoPeople.Sanne, address)
            : await sanne.SendFormAsync(address));

        var row = Assert.Single((await RowsAsync()).Skip(before.Count), row => row.What == what);
        Assert.Equal((0, by, "Work"), (row.Case, row.Detail, row.Ground));
        Assert.True(found is 0 ? row.Found is 0 : row.Found >= found, $"{row.Found}");
    }

    private async Task<Visitor> SignedInAsync(Actor person)
    {
        var visitor = exports.App.Visitor();
        await visitor.SignInAsync(person);
        return visitor;
    }

    private async Task<IReadOnlyList<AccessRow>> RowsAsync()
    {
        await using var context = await exports.App.Services.GetRequiredService<IDbContextFactory<JournalContext>>()
            .CreateDbContextAsync(Cancellation);
        return await context.Looks.OrderBy(row => row.Number).ToListAsync(Cancellation);
    }

    // Without what is different in every answer: the number, ids, and what the framework seals.
    private static string Settled(string page, CaseNumber number) => Sealed().Replace(
        WebUtility.HtmlDecode(page).Replace($"{number}", "NUMBER", StringComparison.Ordinal), "");

    [GeneratedRegex("<!--Blazor[^>]*-->|[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|value=\"[^\"]{40,}\"|nonce[^ ;]*")]
    private static partial Regex Sealed();
}
