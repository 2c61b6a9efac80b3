using ActivationWizard.App.Components.Cases;
using ActivationWizard.App.Journal;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.App.Cases;

public sealed class CasesQueryTests
{
    [Fact]
    public void Read_WholeAddress_IsWhatItMeans()
    {
        var query = CasesQuery.Read(" jansen ", "brief", "2026-11-23", "2026-11-24", "2026-00412");

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
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), CasesQuery.Read(null, null, "2026-07-01", null, null).Filter.From);

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("", " ", "", "\t", "")]
    public void Read_NothingAsked_IsTheWholeList(string? search, string? outcome, string? from, string? until, string? page)
    {
        var query = CasesQuery.Read(search, outcome, from, until, page);

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
        var query = CasesQuery.Read(null, Of("uitkomst"), Of("vanaf"), Of("tot"), Of("na"));

        Assert.Equal(field, Assert.Single(query.Errors).FieldId);
        Assert.Equal(new FinishedFilter(), query.Filter);
        Assert.Null(query.Cursor);
    }

    [Fact]
    public void Errors_PeriodTheWrongWayRound_SaysSo() =>
        Assert.Contains("Draai de datums om", Assert.Single(CasesQuery.Read(null, null, "2026-11-24", "2026-11-23", null).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Errors_EndlessSearch_IsNotLookedFor()
    {
        var query = CasesQuery.Read(new string('a', 100_000), null, null, null, null);

        Assert.Single(query.Errors);
        Assert.Null(query.Filter.Search);
    }

    [Fact]
    public void After_NextPage_KeepsTheFiltersInTheAddress()
    {
        var query = CasesQuery.Read("de vries & zn", "e-mail", null, null, null).After(new FinishedCursor(CaseNumber.Of(2026, 34)));

        Assert.Equal("/zaken?zoek=de%20vries%20%26%20zn&uitkomst=e-mail&na=2026-00034", query.Address);
    }
}
