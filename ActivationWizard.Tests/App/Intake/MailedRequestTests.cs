using System.Text;
using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>What came by mail is read by the intake, as all that comes in is.</summary>
public sealed class MailedRequestTests
{
    private static readonly IncomingMailReader Reader = new(new IncomingMailOptions
    {
        FormSenders = [Address("formulier@website.example")],
        FormSubject = "Aanvraag",
    });

    [Fact]
    public void FormMail_AllLabels_IsARequest()
    {
        var reading = Of("Ik ben de huurder", "Nieuwe code", "Huisletter: A\nToevoeging: III\nE-mailadres: a@mail.example\n"
            + "Geboortedatum: 3-12-1984\nRelatienummer: 12345\nOpmerking: Graag snel.\nDank u.");

        Assert.Equal(
            new ActivationRequest(
                Requester.Tenant, CodeKind.New, "A. Jansen", Key("5611CD", "12", "A", "III"), Address("a@mail.example"),
                Channel.Mailbox, FixedTime.Start, new DateOnly(1984, 12, 3), "12345", "Graag snel.\nDank u."),
            reading.Request);
    }

    [Theory]
    [InlineData("huurder", Requester.Tenant)]
    [InlineData("Bewindvoerder", Requester.CourtAdministrator)]
    [InlineData("iemand anders", Requester.SomebodyElse)]
    [InlineData("buurman", null)]
    public void FormMail_WhoAsks_IsOneOfTheWordsOrMissing(string word, Requester? expected)
    {
        var reading = Of(word, "eerste");

        Assert.Equal(expected, reading.Request?.Requester);
        Assert.Equal(expected is null, reading.Faults.Contains(new IntakeFault(IntakeField.Requester, IntakeError.Missing)));
    }

    [Theory]
    [InlineData("Naam: A. Jansen", IntakeField.Name, true)]
    [InlineData("Naam: B. Slaap", IntakeField.Name, false)]
    [InlineData("Postcode: 5612 AB", IntakeField.Postcode, false)]
    public void FormMail_LabelTwice_CountsOnlyWhenItSaysTheSame(string again, IntakeField field, bool isRequest)
    {
        var reading = Of("huurder", "eerste", again);

        Assert.Equal(isRequest, reading.Request is not null);
        Assert.Equal(!isRequest, reading.Faults.Contains(new IntakeFault(field, IntakeError.Missing)));
    }

    [Theory]
    [InlineData("Ik wil graag een activatiecode. Ik woon op Dorpsstraat 12A, 5611 CD Eindhoven.\n\nGroeten,\nAnna Jansen")]
    [InlineData("Beste heer/mevrouw,\n\nGraag een code.\n\nNaam: A. Jansen\nPostcode: 5611 CD\nHuisnummer: 12\n\nMijn dank!")]
    [InlineData("Mijn naam is Anna Jansen, 5611CD nr 12. Mijn code is verlopen.")]
    [InlineData("Goedemiddag,\n\nMag ik een nieuwe code?\n\nVriendelijke groet,\n\nA. Jansen\nDorpsstraat 12\n5611 CD Breda")]
    [InlineData("Ik ben bewindvoerder van de huurder. Ik vraag een code.\nNaam: M. Slaap\nAdres: Kade 3, 5611 CD")]
    [InlineData("Voor mijn moeder vraag ik een code.\nNaam huurder: M. Slaap\nKade 3, 5611 CD Eindhoven")]
    public void FreeMail_NamePostcodeAndHouseNumber_LeavesNothingToType(string text)
    {
        var mail = Assert.IsType<IncomingMail.FreeMail>(Reader.Read(Encoding.UTF8.GetBytes(
            $"From: Anna Jansen <a@mail.example>\nSubject: Aanvraag code\nContent-Type: text/plain; charset=utf-8\n\n{text}")));

        var reading = IntakeReading.Of(MailedRequest.Of(mail.Guess), FixedTime.Start);

        Assert.Empty(reading.Faults);
        Assert.Equal(Channel.Mailbox, reading.Request!.Channel);
    }

    private static IntakeReading Of(string requester, string kind, string more = "")
    {
        var mail = Assert.IsType<IncomingMail.FormMail>(Reader.Read(Encoding.UTF8.GetBytes(
            "From: formulier@website.example\nSubject: Aanvraag 812\n\nNaam: A. Jansen\nPostcode: 5611 cd\nHuisnummer: 12\n"
            + $"Aanvrager: {requester}\nSoort: {kind}\n{more}\n")));
        return IntakeReading.Of(MailedRequest.Of(mail.Form), FixedTime.Start);
    }

    private static AddressKey Key(string postcode, string number, string letter, string addition) =>
        Postcode.TryParse(postcode, out var code) && HouseNumber.TryCreate(number, letter, addition, out var house)
            ? new AddressKey(code, house)
            : throw new ArgumentException(postcode, nameof(postcode));

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));
}
