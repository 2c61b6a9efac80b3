using ActivationWizard.App.Finished;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.DataProtection;

namespace ActivationWizard.Tests.App.Finished;

public sealed class CasesQueryTests
{
    private static readonly SealedWords Words =
        new(new EphemeralDataProtectionProvider(), new SessionSettings(), TimeProvider.System);

    [Fact]
    public void Of_EveryFilter_IsWhatItMeansAndItsOwnAddress()
    {
        const string address =
            "/zaken?soort=Post&reden=NotTenant&medewerker=m7&bijzonder=postex&duur=90&volgorde=naam";
        var asked = CasesQuery.Of(address).With(CasesQuery.SearchName, "jansen").Sealed(Words, DemoPeople.Els);

        var query = CasesQuery.Of(asked.Address, Words, DemoPeople.Els);

        Assert.Empty(query.Errors);
        Assert.Equal(asked.Address, query.Address);
        Assert.StartsWith($"{address}&gezocht=", query.Address, StringComparison.Ordinal);
        Assert.Equal(
            new FinishedFilter("jansen")
            {
                Scenario = Scenario.Post,
                Ground = RefusalGround.NotTenant,
                Handler = "m7",
                Signs = CaseSigns.Postex,
                AtLeast = TimeSpan.FromMinutes(90),
                Sort = FinishedSort.Name,
            },
            query.Filter);
        Assert.Equal(address, query.ToKeep.Address);
    }

    [Theory]
    [InlineData("soort=Alles")]
    [InlineData("soort=1")]
    [InlineData("reden=x")]
    [InlineData("bijzonder=x")]
    [InlineData("volgorde=x")]
    [InlineData("duur=-1")]
    [InlineData("duur=100001")]
    public void Errors_FilterThatMeansNothing_CountsForNothing(string given)
    {
        var query = CasesQuery.Of("/zaken?" + given);

        Assert.Single(query.Errors);
        Assert.Equal(new FinishedFilter(), query.Filter);
    }

    [Fact]
    public void Today_NothingAsked_IsSpecialForATeamLeadAndEverythingForAnEmployee()
    {
        var now = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

        var lead = CasesToday.Of(CasesQuery.Of("/zaken"), DemoPeople.Els, now);

        Assert.Equal((true, new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero)), (lead.IsSpecial, lead.From));
        Assert.Equal(new FinishedFilter(), CasesToday.Of(CasesQuery.Of("/zaken?weergave=alles"), DemoPeople.Els, now));
        Assert.Equal(new FinishedFilter(), CasesToday.Of(CasesQuery.Of("/zaken"), DemoPeople.Sanne, now));
    }

    private static CasesQuery Read(
        string? search, string? outcome, string? from, string? until, string? page) => CasesQuery.Read(name => name switch
    {
        CasesQuery.SearchName => search,
        CasesQuery.EndingName => outcome,
        CasesQuery.FromName => from,
        CasesQuery.UntilName => until,
        CasesQuery.PageName => page,
        _ => null,
    });

    [Fact]
    public void Read_WholeAddress_IsWhatItMeans()
    {
        var query = Read(" jansen ", "brief", "2026-11-23", "2026-11-24", "2026-00412");

        Assert.Empty(query.Errors);
        Assert.Equal(
            new FinishedFilter(
                "jansen",
                ActivationState.SentByLetter,
                new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero)),
            query.Filter);
        Assert.Equal(new FinishedCursor(CaseNumber.Of(2026, 412)), query.Cursor);
    }

    [Fact]
    public void Filter_DayInSummer_BeginsAtMidnightInTheNetherlands() =>
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero),
            Read(null, null, "2026-07-01", null, null).Filter.From);

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("", " ", "", "\t", "")]
    public void Read_NothingAsked_IsTheWholeList(string? search, string? outcome, string? from, string? until, string? page)
    {
        var query = Read(search, outcome, from, until, page);

        Assert.Empty(query.Errors);
        Assert.False(query.IsFiltered);
        Assert.Equal(new FinishedFilter(), query.Filter);
        Assert.Equal("/zaken", query.Address);
    }

    [Theory]
    [InlineData("uitkomst", "verstuurd", "uitkomst")]
    [InlineData("vanaf", "gisteren", "vanaf")]
    [InlineData("vanaf", "2026-02-30", "vanaf")]
    [InlineData("vanaf", "0001-01-01", "vanaf")]
    [InlineData("tot", "9999-12-31", "tot")]
    [InlineData("tot", "-1", "tot")]
    [InlineData("na", "0", "lijst")]
    [InlineData("na", "9223372036854775808-1", "lijst")]
    [InlineData("na", "-1--1", "lijst")]
    [InlineData("na", "1-2-3", "lijst")]
    public void Errors_ValueThatMeansNothing_HasASentenceAtItsFieldAndCountsForNothing(string name, string value, string field)
    {
        string? Of(string one) => one == name ? value : null;
        var query = Read(null, Of("uitkomst"), Of("vanaf"), Of("tot"), Of("na"));

        Assert.Equal(field, Assert.Single(query.Errors).FieldId);
        Assert.Equal(new FinishedFilter(), query.Filter);
        Assert.Null(query.Cursor);
    }

    [Fact]
    public void Errors_PeriodTheWrongWayRound_SaysSo() =>
        Assert.Contains("Draai de datums om", Assert.Single(Read(null, null, "2026-11-24", "2026-11-23", null).Errors).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Errors_EndlessSearch_IsSaidAndNeverListsEverything()
    {
        foreach (var search in new[] { new string('a', 201), "een twee drie vier vijf zes zeven acht negen" })
        {
            var query = Read(search, null, null, null, null);

            Assert.Single(query.Errors);
            Assert.Equal(search, query.Filter.Search);
        }

        Assert.Empty(Read("een twee drie vier vijf zes zeven acht", null, null, null, null).Errors);
    }

    [Fact]
    public void After_NextPage_KeepsTheFiltersInTheAddress()
    {
        var asked = Read("de vries & zn", "e-mail", null, null, null).Sealed(Words, DemoPeople.Els);

        var query = CasesQuery.Of(
            asked.After(new FinishedCursor(CaseNumber.Of(2026, 34))).Address, Words, DemoPeople.Els);

        Assert.StartsWith("/zaken?uitkomst=e-mail&na=2026-00034&gezocht=", query.Address, StringComparison.Ordinal);
        Assert.Equal("de vries & zn", query.Filter.Search);
    }

    [Fact]
    public void Errors_WordsThatDoNotOpen_AreSaidAndTheFileIsNotGiven()
    {
        var query = CasesQuery.Of("/zaken?gezocht=x&uitkomst=brief", Words, DemoPeople.Els);

        Assert.Equal(CasesQuery.SearchName, Assert.Single(query.Errors).FieldId);
        Assert.True(query.IsUnreadable);
        Assert.Null(query.Filter.Search);
        Assert.True(CasesQuery.Of(query.AddressAt("/zaken/lijst.csv"), Words, DemoPeople.Els).IsUnreadable);
    }
}
