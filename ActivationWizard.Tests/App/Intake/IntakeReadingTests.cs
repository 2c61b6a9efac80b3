using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>Every field with what people and attackers put into it.</summary>
public sealed class IntakeReadingTests
{
    private static readonly DateTimeOffset Now = FixedTime.Start;
    private static readonly string Long = new('a', 100_000);

    public static TheoryData<IntakeField, string> Refused => new()
    {
        { IntakeField.Name, "" }, { IntakeField.Name, " \t " }, { IntakeField.Name, Long }, { IntakeField.Name, "\u202E\u200B" },
        { IntakeField.Name, "%" }, { IntakeField.Name, "12" },
        { IntakeField.Postcode, "" }, { IntakeField.Postcode, "0000AA" }, { IntakeField.Postcode, "5611C" },
        { IntakeField.Postcode, Long },
        { IntakeField.Postcode, "5611CD%" }, { IntakeField.Postcode, "５６１１CD" }, { IntakeField.Postcode, "5611\0CD" },
        { IntakeField.HouseNumber, "" }, { IntakeField.HouseNumber, "-1" }, { IntakeField.HouseNumber, "0" },
        { IntakeField.HouseNumber, "9223372036854775808" }, { IntakeField.HouseNumber, "twaalf" },
        { IntakeField.HouseNumber, Long },
        { IntakeField.HouseNumber, "12; DROP TABLE" }, { IntakeField.Letter, "AB" }, { IntakeField.Letter, "1" },
        { IntakeField.Letter, Long },
        { IntakeField.Letter, "İ" }, { IntakeField.Addition, "1234567" }, { IntakeField.Addition, "<b>" },
        { IntakeField.Addition, Long },
        { IntakeField.Email, "jansen" }, { IntakeField.Email, "a b@mail.nl" }, { IntakeField.Email, "a@b" },
        { IntakeField.Email, Long },
        { IntakeField.Email, "a@mail.nl\r\nBcc: x@y.nl" }, { IntakeField.Email, "a\u200B@mail.nl" },
        { IntakeField.Email, "\"a\"@mail.nl" },
        { IntakeField.Email, "p;devries@mail.nl" }, { IntakeField.Email, "mailto:a@mail.nl" },
        { IntakeField.Email, "p..devries@mail.nl" },
        { IntakeField.Email, "p.devries(thuis)@mail.nl" }, { IntakeField.Email, "a@mail,nl" },
        { IntakeField.Email, "a@mail.nl." },
        { IntakeField.Email, "a@mail.nl;b@mail.nl" }, { IntakeField.Email, "Anna <a@mail.nl>" },
        { IntakeField.Email, "\u202Ea@mail.nl" },
        { IntakeField.HouseNumber, "Postbus 12" }, { IntakeField.HouseNumber, "100000" },
        { IntakeField.HouseNumber, "12 begane grond" },
        { IntakeField.Email, "<a@mail.nl>" }, { IntakeField.Email, "a\u2028@mail.nl" },
        { IntakeField.BirthDate, "31-2-1984" }, { IntakeField.BirthDate, "1-1-2999" }, { IntakeField.BirthDate, "1-1-1850" },
        { IntakeField.BirthDate, "gisteren" }, { IntakeField.BirthDate, Long },
        { IntakeField.PartyCode, "-1" }, { IntakeField.PartyCode, "3001 10" }, { IntakeField.PartyCode, Long },
        { IntakeField.PartyCode, "a/../b\0" },
        { IntakeField.Remark, Long },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Of_WrongValue_IsOneFaultAtThatFieldWithWordsInBothLanguages(IntakeField field, string value)
    {
        var reading = IntakeReading.Of(With(field, value), Now);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(field, fault.Field);
        Assert.Null(reading.Request);
        var dutch = fault.Words;
        using var english = new FixedCulture("en-GB");
        Assert.NotEqual(dutch, fault.Words);
    }

    [Theory]
    [InlineData("5611cd", "5611 CD 12")]
    [InlineData(" 5611  cd ", "5611 CD 12")]
    [InlineData("5611\u00A0CD", "5611 CD 12")]
    [InlineData("\u200B5611\u202FCD\uFEFF", "5611 CD 12")]
    public void Of_Postcode_IsReadAsPeopleWriteIt(string postcode, string address) =>
        Assert.Equal(address, Read(With(IntakeField.Postcode, postcode)).Address.ToString());

    [Theory]
    [InlineData("12-A/III", null, null, "12 A-III")]
    [InlineData("12a", null, null, "12 A")]
    [InlineData("12", "a", "iii", "12 A-III")]
    [InlineData("12", "", "2", "12-2")]
    [InlineData(" 12 bis ", null, null, "12-BIS")]
    [InlineData("12\u2013A", null, null, "12-A")]
    [InlineData("12\u200B", "a\u00A0", "\u00A0III", "12 A-III")]
    [InlineData("t.o. 12", null, null, "12-TO")]
    public void Of_HouseNumber_IsReadAsPeopleWriteIt(string number, string? letter, string? addition, string written)
    {
        var fields = Requests.Fields() with { HouseNumber = number, Letter = letter, Addition = addition };

        Assert.Equal(written, Read(fields).Address.HouseNumber.ToString());
    }

    [Theory]
    [InlineData("12A", "B", null)]
    [InlineData("12A", null, "2")]
    [InlineData("12-3", "A", null)]
    [InlineData("12A-3", null, "4")]
    public void Of_LetterOrAdditionTwice_SaysThatTheNumberGoesAlone(string number, string? letter, string? addition)
    {
        var fields = Requests.Fields() with { HouseNumber = number, Letter = letter, Addition = addition };

        Assert.Equal(
            new IntakeFault(IntakeField.HouseNumber, IntakeError.Invalid),
            Assert.Single(IntakeReading.Of(fields, Now).Faults));
    }

    [Theory]
    [InlineData("Zeynep Yıldız")]
    [InlineData("İpek Großmann")]
    [InlineData("O'Brien; DROP TABLE cases;--")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("100%_Jansen")]
    [InlineData("Zoë e\u0301 Ångström")]
    [InlineData("ا\u200Dحمد")]
    public void Of_Name_IsKeptAsItWasWritten(string name) =>
        Assert.Equal(name, Read(Requests.Fields() with { Name = $" {name} " }).Name);

    [Theory]
    [InlineData("Jan\u202Esen", "Jansen")]
    [InlineData("\u200BA. Jan\u200Bsen\uFEFF", "A. Jansen")]
    [InlineData("A\0B", "AB")]
    [InlineData("A.\u00A0 Jansen\r\n", "A. Jansen")]
    public void Of_Name_LosesWhatNobodySees(string given, string kept) =>
        Assert.Equal(kept, Read(Requests.Fields() with { Name = given }).Name);

    // An attribute cannot hold half of a character.
    [Fact]
    public void Of_HalfOfACharacter_IsDropped() =>
        Assert.Equal("Jansen", Read(Requests.Fields() with { Name = "Jansen\uD83D" }).Name);

    [Theory]
    [InlineData("a\u200B@mail.nl", IntakeError.Hidden)]
    [InlineData("\u202Ea@mail.nl", IntakeError.Hidden)]
    [InlineData("a@mail.nl, b@mail.nl", IntakeError.Several)]
    [InlineData("mailto:a@mail.nl", IntakeError.Invalid)]
    public void Of_EmailThatIsNone_SaysWhatIsWrong(string given, IntakeError error) =>
        Assert.Equal(new IntakeFault(IntakeField.Email, error),
            Assert.Single(IntakeReading.Of(Requests.Fields() with { Email = given }, Now).Faults));

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("\u202Etxt", "txt")]
    [InlineData("\u200B", null)]
    public void Of_Remark_LosesWhatNobodySees(string given, string? kept) =>
        Assert.Equal(kept, Read(Requests.Fields() with { Remark = given }).Remark);

    [Theory]
    [InlineData(" A.Jansen@Mail.nl ", "A.Jansen@Mail.nl")]
    [InlineData("A.Jansen@Mail.nl\u200B", "A.Jansen@Mail.nl")]
    [InlineData("jansen@müller.nl", "jansen@xn--mller-kva.nl")]
    [InlineData("jansen@аpple.nl", "jansen@xn--pple-43d.nl")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void Of_Email_IsTrimmedAndItsDomainAnALabel(string given, string? kept) =>
        Assert.Equal(kept, Read(Requests.Fields() with { Email = given }).Email?.ToString());

    [Theory]
    [InlineData("3-12-1984")]
    [InlineData("03/12/1984")]
    [InlineData("3.12.1984")]
    [InlineData("1984-12-03")]
    public void Of_BirthDate_IsReadDayFirst(string given) =>
        Assert.Equal(new DateOnly(1984, 12, 3), Read(Requests.Fields() with { BirthDate = given }).BirthDate);

    [Fact]
    public void Of_Remark_KeepsItsLines() =>
        Assert.Equal("een\ntwee\t👩\u200D👧", Read(Requests.Fields() with { Remark = " een\r\ntwee\t👩\u200D👧 " }).Remark);

    [Theory]
    [InlineData(Requester.SomebodyElse, " G.\u200B Wakker ", "G. Wakker")]
    [InlineData(Requester.CourtAdministrator, "M. de Wit", "M. de Wit")]
    [InlineData(Requester.SomebodyElse, " ", null)]
    [InlineData(Requester.SomebodyElse, null, null)]
    [InlineData(Requester.Tenant, "G. Wakker", null)]
    [InlineData(Requester.Tenant, "12", null)]
    public void Of_RequesterName_IsOfWhoeverAsksForTheTenant(Requester requester, string? given, string? kept) =>
        Assert.Equal(
            kept, Read(Requests.Fields() with { Requester = requester, RequesterName = given }).RequesterName);

    [Theory]
    [InlineData("12", IntakeError.Invalid)]
    [InlineData(null, IntakeError.TooLong)]
    public void Of_RequesterNameThatIsNone_SaysWhatIsWrong(string? given, IntakeError error)
    {
        var fields = Requests.Fields() with { Requester = Requester.SomebodyElse, RequesterName = given ?? Long };

        var fault = Assert.Single(IntakeReading.Of(fields, Now).Faults);

        Assert.Equal(new IntakeFault(IntakeField.RequesterName, error), fault);
        Assert.NotEmpty(fault.Words);
    }

    [Fact]
    public void Of_Nothing_NamesEveryFieldThatIsNeededInTheOrderOfTheForm() =>
        Assert.Equal(
            [
                IntakeField.Channel, IntakeField.Requester, IntakeField.Kind,
                IntakeField.Name, IntakeField.Postcode, IntakeField.HouseNumber,
            ],
            IntakeReading.Of(new IntakeFields(), Now).Faults.Select(fault => fault.Field));

    [Fact]
    public void Of_ChoiceThatIsNone_IsMissing() =>
        Assert.Equal(
            new IntakeFault(IntakeField.Kind, IntakeError.Missing),
            Assert.Single(IntakeReading.Of(Requests.Fields() with { Kind = (CodeKind)7 }, Now).Faults));

    [Theory]
    [InlineData(-3, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void Of_ReceivedAt_MayNotBeInTheFuture(int minutes, bool isTaken)
    {
        var fields = Requests.Fields() with { ReceivedAt = Now.AddMinutes(minutes) };

        Assert.Equal(isTaken, IntakeReading.Of(fields, Now).Request is not null);
    }

    [Fact]
    public void Words_EveryFault_AreThereInBothLanguages()
    {
        (IntakeField, IntakeError)[] faults =
        [
            (IntakeField.Requester, IntakeError.Missing), (IntakeField.Kind, IntakeError.Missing),
            (IntakeField.Channel, IntakeError.Missing),
            (IntakeField.ReceivedAt, IntakeError.Invalid),
        ];
        Assert.All(faults, fault => Assert.NotEmpty(new IntakeFault(fault.Item1, fault.Item2).Words));
        Assert.Contains(
            "KindHidden",
            Assert.Throws<InvalidOperationException>(() => new IntakeFault(IntakeField.Kind, IntakeError.Hidden).Words).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NameOf_AFieldThatTheWebsiteDoesNotSend_IsANameAllTheSame()
    {
        Assert.Equal("kanaal", WebsiteRequest.NameOf(IntakeField.Channel));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebsiteRequest.NameOf((IntakeField)99));
    }

    private static ActivationRequest Read(IntakeFields fields)
    {
        var reading = IntakeReading.Of(fields, Now);
        Assert.Empty(reading.Faults);
        return reading.Request!;
    }

    private static IntakeFields With(IntakeField field, string value)
    {
        var fields = Requests.Fields();
        typeof(IntakeFields).GetProperty(field.ToString())!.SetValue(fields, value, null);
        return fields;
    }
}
