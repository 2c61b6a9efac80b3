using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>What an employee who looked it up says, as the facts have it.</summary>
public sealed class HandFactsTests
{
    private static readonly ActivationRequest Numbered = Sample.Request with { PartyCode = "R501", BirthDate = new(1980, 2, 3) };
    private static readonly ActivationRequest Mailless = Sample.Request with { Email = null };

    [Theory]
    [InlineData(nameof(PersonMatch.Found), false)]
    [InlineData(nameof(PersonMatch.Deceased), true)]
    public void Person_Found_IsWhoTheRequestNames(string said, bool isDeceased)
    {
        var party = With(FactKind.Person, said, Numbered).Person.Value!.Party!;

        Assert.Equal(("", "R501", false, isDeceased), (party.Id, party.Code, party.IsLegalEntity, party.IsDeceased));
        Assert.Equal((new PartyName("A. van den Berg"), new DateOnly(1980, 2, 3)), (party.Name, party.BirthDate!.Value));
        Assert.Equal("", With(FactKind.Person, said).Person.Value!.Party!.Code);
    }

    [Theory]
    [InlineData(nameof(PersonMatch.NotFound))]
    [InlineData(nameof(PersonMatch.Several))]
    public void Person_NobodyOrSeveral_IsNobody(string said) =>
        Assert.Equal(new PersonFinding(Enum.Parse<PersonMatch>(said), null, []), With(FactKind.Person, said).Person.Value);

    [Fact]
    public void Administrator_AddressKnown_IsSomebodyWithoutAnId()
    {
        Assert.Equal(
            new AdministratorFinding(AdministratorStatus.NotVerified, "", null, null),
            With(FactKind.Administrator, HandFacts.AddressKnown).Administrator.Value);
        Assert.Null(With(FactKind.Administrator, HandFacts.AddressUnknown).Administrator.Value!.PartyId);
    }

    [Fact]
    public void Contacts_Correctable_SetsTheAddressOfTheRequest()
    {
        Assert.Equal(
            new ContactsFinding(
                ContactsStatus.Correctable, null, null, new ContactCorrection(new EmailContact(null, true, Sample.Own), null),
                Sample.Own),
            With(FactKind.Contacts, nameof(ContactsStatus.Correctable)).Contacts.Value);
        Assert.Equal(
            new ContactsFinding(ContactsStatus.Ok, Sample.Own, null, null, Sample.Own),
            With(FactKind.Contacts, nameof(ContactsStatus.Ok)).Contacts.Value);
        Assert.Equal(
            ContactsStatus.Conflict,
            With(FactKind.Contacts, nameof(ContactsStatus.Correctable), Mailless).Contacts.Value!.Status);
    }

    [Fact]
    public void Account_Status_IsThatOfTheOneCustomer()
    {
        var account = With(FactKind.Account, nameof(AccountStatus.Active)).Account.Value!;

        Assert.Equal((CustomerMatch.One, "A. van den Berg"), (account.Customer, account.CustomerName));
        Assert.Equal(("", AccountStatus.Active), (account.Account!.CustomerId, account.Account.Status));
        Assert.Equal(
            [CustomerMatch.None, CustomerMatch.Several],
            new[] { HandFacts.NoCustomer, HandFacts.SeveralCustomers }
                .Select(said => With(FactKind.Account, said).Account.Value!.Customer));
    }

    [Fact]
    public void Email_Match_IsTheAddressOfTheRequest()
    {
        Assert.Equal(
            new EmailFinding(EmailComparison.Match, Sample.Own, null, false),
            With(FactKind.Email, nameof(EmailComparison.Match)).Email.Value);
        Assert.Equal(
            new EmailFinding(EmailComparison.Mismatch, null, null, false),
            With(FactKind.Email, nameof(EmailComparison.Mismatch)).Email.Value);
        Assert.Equal(
            new EmailFinding(EmailComparison.NoneOnRequest, null, null, false),
            With(FactKind.Email, nameof(EmailComparison.Match), Mailless).Email.Value);
    }

    [Fact]
    public void AddressAndPreference_AreThoseOfTheRequest()
    {
        Assert.Equal(
            ["A. van den Berg", "5611 AB 12"],
            With(FactKind.Address, nameof(AddressStatus.Deliverable)).Address.Value!.Lines);
        Assert.True(With(FactKind.Preference, HandFacts.Paper).Preference.Value!.IsPaper);
        Assert.Equal(Sample.Own, With(FactKind.Preference, HandFacts.ByEmail).Preference.Value!.Email);
        Assert.Equal(
            "onbekend@postex.invalid",
            With(FactKind.Preference, HandFacts.ByEmail, Mailless).Preference.Value!.Email!.ToString());
    }

    [Fact]
    public void With_DontKnow_IsUnknownByTheEmployee() => Assert.Equal(
        Fact.Unknown<TenancyFinding>(Source.Employee, Sample.Now), With(FactKind.Tenancy, null).Tenancy);

    [Theory]
    [InlineData(FactKind.Tenancy, "onzin")]
    [InlineData(FactKind.RecentCode, null)]
    [InlineData(FactKind.RecentCode, "Paper")]
    public void With_AnswerThatIsNotOffered_Throws(FactKind kind, string? answer) =>
        Assert.Throws<ArgumentException>(() => With(kind, answer));

    [Fact]
    public void OwnAccount_OfNone_IsNoAccount()
    {
        Assert.Equal(OwnAccount.None, OwnAccount.Of(null));
        Assert.Equal(
            new OwnAccount(AccountStatus.Registered, "acc-1", Sample.Own),
            OwnAccount.Of(Sample.Account("k1", email: Sample.Own)));
    }

    private static CaseFacts With(FactKind kind, string? answer, ActivationRequest? request = null) =>
        HandFacts.With(CaseFacts.None, request ?? Sample.Request, kind, answer, Sample.Now);
}
