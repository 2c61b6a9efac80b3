using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class ReadingsTests
{
    [Theory]
    [InlineData("anna@voorbeeld.nl", "anna@voorbeeld.nl", null, EmailComparison.Match)]
    [InlineData(" ANNA@Voorbeeld.nl ", "anna@voorbeeld.nl", "Anna@voorbeeld.NL", EmailComparison.Match)]
    [InlineData("anna@voorbeeld.nl", "anna@voorbeeld.nl", "x@y.nl", EmailComparison.PortalDiffers)]
    [InlineData("anna@voorbeeld.nl", "x@y.nl", null, EmailComparison.Mismatch)]
    [InlineData("anna+1@voorbeeld.nl", "anna@voorbeeld.nl", null, EmailComparison.Mismatch)]
    [InlineData("anna@voorbeeld.nl", null, "anna@voorbeeld.nl", EmailComparison.NoneKnown)]
    [InlineData(null, "anna@voorbeeld.nl", null, EmailComparison.NoneOnRequest)]
    public void Email_RequestPrivateAndPortal_Compare(string? asked, string? priv, string? portal, EmailComparison expected)
    {
        var party = Sample.Anna with { Emails = priv is null ? [] : [new EmailContact(null, true, Sample.Mail(priv))] };
        var finding = Readings.Email(
            Sample.Request with { Email = asked is null ? null : Sample.Mail(asked) },
            party,
            Sample.Account("k1", email: portal is null ? null : Sample.Mail(portal)));

        Assert.Equal(expected, finding!.Comparison);
        Assert.Equal(priv, finding.Private?.ToString());
        Assert.False(finding.IsBusiness);
    }

    [Theory]
    [InlineData("anna@voorbeeld.nl", null)]
    [InlineData("anders@voorbeeld.nl", EmailComparison.Mismatch)]
    [InlineData(null, EmailComparison.NoneOnRequest)]
    public void Email_PortalAddressThatCannotBeRead_MattersOnlyWhereItIsCompared(string? asked, EmailComparison? expected) =>
        Assert.Equal(
            expected,
            Readings.Email(
                Sample.Request with { Email = asked is null ? null : Sample.Mail(asked) },
                Sample.Anna,
                Sample.Account("k1") with { HasUnreadableEmail = true })?.Comparison);

    [Fact]
    public void Email_Business_IsAMismatchWithItsOwnHint()
    {
        var party = Sample.Anna with { Emails = [new(null, true, Sample.Other), new(null, false, Sample.Own)] };

        var finding = Readings.Email(Sample.Request, party, null);

        Assert.Equal((EmailComparison.Mismatch, true), (finding!.Comparison, finding.IsBusiness));
    }

    [Fact]
    public void Email_OneOfSeveralPrivates_Matches() => Assert.Equal(
        Sample.Own,
        Readings.Email(
            Sample.Request, Sample.Anna with { Emails = [new(null, true, Sample.Other), new(null, true, Sample.Own)] },
            null)!.Private);

    [Theory]
    [InlineData(new string[0], ArrangementStatus.None)]
    [InlineData(new[] { "BEE", "ANN", "VER" }, ArrangementStatus.None)]
    [InlineData(new[] { "BEE", "AAN" }, ArrangementStatus.Pending)]
    [InlineData(new[] { "AAN", "ACT" }, ArrangementStatus.Active)]
    [InlineData(new[] { "BEV" }, ArrangementStatus.Active)]
    public void Arrangement_MostBindingCounts(string[] codes, ArrangementStatus expected) =>
        Assert.Equal(expected, Readings.Arrangement([.. codes.Select(code => new Coded(code))])!.Status);

    [Fact]
    public void Arrangement_CodeNotInItsList_IsUnknown() =>
        Assert.Null(Readings.Arrangement([new Coded("ACT"), new Coded("XXX", false)]));

    [Fact]
    public void Address_NoCompleteHome_IsAProblem() => Assert.Equal(
        AddressStatus.Problem, Readings.Address(Sample.Anna, new TenancyFinding(TenancyStatus.Active, null, null, [])).Status);

    [Theory]
    [InlineData("2026-09-04", "2026-09-07", 1)]
    [InlineData("2026-09-04", "2026-09-06", 0)]
    [InlineData("2026-08-31", "2026-09-07", 5)]
    [InlineData("2026-09-01", "2026-09-07", 4)]
    [InlineData("2026-08-29", "2026-09-07", 6)]
    [InlineData("2026-09-07", "2026-09-07", 0)]
    [InlineData("2026-09-08", "2026-09-07", 0)]
    [InlineData("1900-01-01", "2026-09-07", 367)]
    public void WorkingDays_MondayToFriday(string from, string until, int days) => Assert.Equal(
        days,
        DutchCalendar.WorkingDaysBetween(
            DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void DayOf_IsTheDayInAmsterdam() =>
        Assert.Equal(new DateOnly(2026, 9, 8), DutchCalendar.DayOf(new DateTimeOffset(2026, 9, 7, 22, 30, 0, TimeSpan.Zero)));
}
