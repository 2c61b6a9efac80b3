using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>One fact asked at a time: what it rests on, whose word it is, and why it is not known.</summary>
public sealed class FactGatheringTests
{
    private static readonly DateTimeOffset Before = Sample.Now.AddHours(-1);
    private static readonly Party Unreadable = Sample.Anna with { HasUnreadableEmails = true };
    private static readonly Party Numberless = Sample.Anna with { Code = "", Unreadable = PartyParts.Code };
    private static readonly Party LookedUp = Sample.Anna with { Id = "", Code = "", Emails = [] };
    private static readonly CourtAdministrator Court = new("900", "Bewind BV", true, [Sample.Court]);

    private readonly Calls _calls = new(new Boundaries());
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly FakeViewpoint _viewpoint;
    private readonly FakeUmbrella _umbrella;
    private readonly FakePostex _postex;

    public FactGatheringTests()
    {
        (_viewpoint, _umbrella, _postex) = (new FakeViewpoint(_calls), new FakeUmbrella(_calls, _clock), new FakePostex(_calls));
        _viewpoint.Units.Add(Sample.Unit);
        _viewpoint.Parties.Add(Sample.Anna);
        _viewpoint.Agreements.Add(Sample.Rental());
    }

    [Fact]
    public async Task Person_Asked_IsViewpointsWordOfNow()
    {
        var fact = (await AskAsync(FactKind.Person, CaseFacts.None)).Person;

        Assert.Equal(Fact.Known(fact.Value!, Source.Viewpoint, Sample.Now), fact);
        Assert.Equal(PersonMatch.Found, fact.Value!.Match);
    }

    [Fact]
    public async Task Person_NotAnswered_IsUnknownWithTheReason()
    {
        _calls.Plan("units", new Mishap.Silent(FailureReason.NotAllowed));

        Assert.Equal(
            Fact.Unknown<PersonFinding>(Source.Viewpoint, Sample.Now, FailureReason.NotAllowed),
            (await AskAsync(FactKind.Person, CaseFacts.None)).Person);
    }

    [Fact]
    public async Task Tenancy_OfWhoRents_IsReadWithoutLookingWhereTheyLive()
    {
        Assert.Equal(TenancyStatus.Active, (await AskAsync(FactKind.Tenancy, Of(Sample.Anna))).Tenancy.Value!.Status);
        Assert.DoesNotContain("units", _calls.Asked);

        _viewpoint.Agreements.Clear();
        _viewpoint.Units[0] = Sample.Unit with { Kind = new Coded("INT") };
        Assert.Equal(
            TenancyStatus.InstitutionCoResident, (await AskAsync(FactKind.Tenancy, Of(Sample.Anna))).Tenancy.Value!.Status);
    }

    [Fact]
    public async Task Tenancy_CodeNotInItsList_IsUnknown()
    {
        _viewpoint.Agreements[0] = Sample.Rental() with { Kind = new Coded("XXX", false) };

        Assert.Equal(FailureReason.Nonsense, (await AskAsync(FactKind.Tenancy, Of(Sample.Anna))).Tenancy.Why);
    }

    [Theory]
    [InlineData(FactKind.Tenancy)]
    [InlineData(FactKind.Protection)]
    public async Task OfAPersonLookedUpByHand_WhatGoesByTheId_IsForTheEmployeeAsWell(FactKind kind) =>
        Assert.Equal(
            new FactOrigin(FactStatus.Unknown, Source.Viewpoint, FailureReason.WorkedByHand),
            (await AskAsync(kind, Of(LookedUp))).OriginOf(kind));

    [Fact]
    public async Task Protection_RolesOfOthers_AreReadForEachKind()
    {
        _viewpoint.Parties.Add(Sample.Administrator with { Roles = [Sample.Acting("CUR")] });

        Assert.Equal(ProtectionStatus.Other, (await AskAsync(FactKind.Protection, Of(Sample.Anna))).Protection.Value!.Status);
        _viewpoint.Parties[^1] = Sample.Administrator;
        Assert.Equal(ProtectionStatus.Bewind, (await AskAsync(FactKind.Protection, Of(Sample.Anna))).Protection.Value!.Status);
    }

    [Theory]
    [InlineData(true, true, FailureReason.Nonsense)]
    [InlineData(false, true, null)]
    [InlineData(true, false, null)]
    public async Task Administrator_AddressesThatCannotBeRead_MatterWhileTheRoleRuns(
        bool isRunning, bool isUnreadable, FailureReason? why)
    {
        var facts = Of(Sample.Anna, Court, Court with { IsRunning = isRunning, HasUnreadableEmails = isUnreadable });
        var fact = (await AskAsync(FactKind.Administrator, facts)).Administrator;

        Assert.Equal((why, Source.Viewpoint, why is null ? Before : Sample.Now), (fact.Why, fact.Source, fact.At));
    }

    [Fact]
    public async Task Administrator_ProtectionByHand_IsForTheEmployeeWhereThereIsAnAddress()
    {
        var facts = Of(Sample.Anna, Court);
        facts = facts with { Protection = facts.Protection with { Source = Source.Employee } };

        Assert.Equal(FailureReason.WorkedByHand, (await AskAsync(FactKind.Administrator, facts)).Administrator.Why);
        Assert.Equal(
            AdministratorStatus.NotVerified,
            (await AskAsync(FactKind.Administrator, facts, Sample.Request with { Email = null })).Administrator.Value!.Status);
    }

    [Fact]
    public async Task Contacts_RestOnThePersonAndTheAdministrators()
    {
        var facts = Of(Sample.Anna, Court);
        var known = (await AskAsync(FactKind.Contacts, facts)).Contacts;
        Assert.Equal((ContactsStatus.Correctable, Source.Viewpoint, Before), (known.Value!.Status, known.Source, known.At));

        Assert.Equal(FailureReason.WorkedByHand, await WhyAsync(facts with { Person = ByHand(facts.Person) }));
        Assert.Equal(FailureReason.WorkedByHand, await WhyAsync(facts with { Protection = ByHand(facts.Protection) }));
        Assert.Equal(FailureReason.Nonsense, await WhyAsync(Of(Unreadable, Court)));
        Assert.Equal(
            FailureReason.Nonsense, await WhyAsync(Of(Sample.Anna, Court, Court with { HasUnreadableEmails = true })));

        async Task<FailureReason?> WhyAsync(CaseFacts one) => (await AskAsync(FactKind.Contacts, one)).Contacts.Why;
    }

    [Fact]
    public async Task Arrangement_LookedUpByAgreement_IsUnknownWithoutItsId()
    {
        _viewpoint.Arrangements.Add(("A2", new Coded("ACT")));

        var both = Renting("A1", "A2");
        Assert.Equal(ArrangementStatus.Active, (await AskAsync(FactKind.Arrangement, both)).Arrangement.Value!.Status);
        Assert.Equal(FailureReason.WorkedByHand, (await AskAsync(FactKind.Arrangement, Renting())).Arrangement.Why);
        var one = both with { Tenancy = Known(both.Tenancy.Value! with { HasUnreadableAgreements = true }) };
        Assert.Equal(FailureReason.Nonsense, (await AskAsync(FactKind.Arrangement, one)).Arrangement.Why);
        _viewpoint.Arrangements.Add(("A1", new Coded("XXX", false)));
        Assert.Equal(FailureReason.Nonsense, (await AskAsync(FactKind.Arrangement, both)).Arrangement.Why);
    }

    [Fact]
    public async Task Account_ByTheNumber_IsThatOfTheOneCustomer()
    {
        Assert.Equal((CustomerMatch.None, null), await AccountAsync(Sample.Anna));
        _umbrella.Customers.Add(new Customer("k1", "A. van den Berg", 1980, Sample.Anna.Code));
        _umbrella.Accounts["k1"] = Sample.Account("k1");
        Assert.Equal((CustomerMatch.One, AccountStatus.Registered), await AccountAsync(Sample.Anna));
        _umbrella.Customers.Add(new Customer("k2", "A. van den Berg", 1980, Sample.Anna.Code));
        Assert.Equal((CustomerMatch.Several, null), await AccountAsync(Sample.Anna));
        Assert.Equal(FailureReason.Nonsense, (await AskAsync(FactKind.Account, Of(Numberless))).Account.Why);
        Assert.DoesNotContain("customers-at", _calls.Asked);
    }

    [Fact]
    public async Task Account_WithoutANumber_IsThatOfTheSurnameAtTheAddress()
    {
        _umbrella.Customers.Add(new Customer("k1", "P. Smit", 1980, "R7"));
        _umbrella.Customers.Add(new Customer("k2", "Anna Berg", 1980, "R8"));

        Assert.Equal((CustomerMatch.One, AccountStatus.None), await AccountAsync(LookedUp));
        Assert.DoesNotContain("customers", _calls.Asked);
    }

    [Theory]
    [InlineData("anna@voorbeeld.nl", FailureReason.WorkedByHand)]
    [InlineData(null, null)]
    public async Task Email_PersonOrAccountByHand_IsForTheEmployeeWhereThereIsAnAddress(string? asked, FailureReason? why)
    {
        var request = Sample.Request with { Email = asked is null ? null : Sample.Mail(asked) };
        var facts = With(Sample.Account("k1"));

        var person = (await AskAsync(FactKind.Email, facts with { Person = ByHand(facts.Person) }, request)).Email;
        Assert.Equal((why, Source.Viewpoint), (person.Why, person.Source));
        var account = (await AskAsync(FactKind.Email, facts with { Account = ByHand(facts.Account) }, request)).Email;
        Assert.Equal((why, why is null ? Source.Viewpoint : Source.Umbrella), (account.Why, account.Source));
    }

    [Fact]
    public async Task Email_NoAccountByHand_IsComparedWithViewpointsAlone()
    {
        var facts = With(PortalAccount.Absent("k1"));
        var fact = (await AskAsync(FactKind.Email, facts with { Account = ByHand(facts.Account) })).Email;

        Assert.Equal((EmailComparison.Match, Before), (fact.Value!.Comparison, fact.At));
    }

    [Fact]
    public async Task Email_ThatCannotBeRead_IsUnknownWhereThereIsSomethingToCompare()
    {
        var unreadable = (await AskAsync(FactKind.Email, Of(Unreadable))).Email;
        Assert.Equal((FailureReason.Nonsense, Source.Viewpoint), (unreadable.Why, unreadable.Source));
        Assert.Equal(
            EmailComparison.NoneOnRequest,
            (await AskAsync(FactKind.Email, Of(Unreadable), Sample.Request with { Email = null })).Email.Value!.Comparison);
        var portal = (await AskAsync(FactKind.Email, With(Sample.Account("k1") with { HasUnreadableEmail = true }))).Email;
        Assert.Equal((FailureReason.Nonsense, Source.Umbrella), (portal.Why, portal.Source));
    }

    [Fact]
    public async Task Address_RestsOnTheTenancy()
    {
        var facts = Renting("A1");
        var known = (await AskAsync(FactKind.Address, facts)).Address;
        Assert.Equal((AddressStatus.Deliverable, Source.Viewpoint, Before), (known.Value!.Status, known.Source, known.At));

        var byHand = facts with { Tenancy = ByHand(facts.Tenancy) };
        Assert.Equal(FailureReason.WorkedByHand, (await AskAsync(FactKind.Address, byHand)).Address.Why);
        var unreadable = facts with { Tenancy = Known(facts.Tenancy.Value! with { HasUnreadableHome = true }) };
        Assert.Equal(FailureReason.Nonsense, (await AskAsync(FactKind.Address, unreadable)).Address.Why);
    }

    [Fact]
    public async Task Preference_GoesByTheNumber()
    {
        _postex.Preferences[Sample.Anna.Code] = new DeliveryPreference(Sample.Own);

        var known = (await AskAsync(FactKind.Preference, Of(Sample.Anna))).Preference;
        Assert.Equal((Sample.Own, Source.Postex), (known.Value!.Email, known.Source));
        var without = (await AskAsync(FactKind.Preference, Of(LookedUp))).Preference;
        Assert.Equal((FailureReason.WorkedByHand, Source.Postex), (without.Why, without.Source));
        var unreadable = (await AskAsync(FactKind.Preference, Of(Numberless))).Preference;
        Assert.Equal((FailureReason.Nonsense, Source.Viewpoint), (unreadable.Why, unreadable.Source));
    }

    [Theory]
    [InlineData(-5, true)]
    [InlineData(-7, false)]
    [InlineData(null, false)]
    public async Task RecentCode_FewerThanFiveWorkingDaysAgo_MustBeConfirmed(int? days, bool mustConfirm)
    {
        DateTimeOffset? sent = days is { } ago ? Sample.Now.AddDays(ago) : null;
        var fact = (await AskAsync(FactKind.RecentCode, Of(Sample.Anna), sent: sent)).RecentCode;

        Assert.Equal(Fact.Known(new RecentCodeFinding(sent, null, mustConfirm), Source.Journal, Sample.Now), fact);
    }

    [Fact]
    public async Task RecentCode_OfNobody_IsNone() => Assert.Null(
        (await AskAsync(FactKind.RecentCode, CaseFacts.None, sent: Sample.Now)).RecentCode.Value!.SentAt);

    [Fact]
    public Task Ask_WhatIsNeverAsked_Throws() => Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => AskAsync((FactKind)999, CaseFacts.None));

    private async Task<(CustomerMatch, AccountStatus?)> AccountAsync(Party party)
    {
        var fact = (await AskAsync(FactKind.Account, Of(party))).Account;
        Assert.Equal(Source.Umbrella, fact.Source);
        return (fact.Value!.Customer, fact.Value.Account?.Status);
    }

    private Task<CaseFacts> AskAsync(
        FactKind kind, CaseFacts facts, ActivationRequest? request = null, DateTimeOffset? sent = null) =>
        new FactGathering(_viewpoint, _umbrella, _postex, new Sent(sent), Sample.Settings, _clock).AskAsync(
            kind, new GatheringInput(request ?? Sample.Request, null, null), facts, TestContext.Current.CancellationToken);

    private static CaseFacts Of(Party party, params CourtAdministrator[] administrators) => CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, party, [])),
        Protection = Known(new ProtectionFinding(ProtectionStatus.Bewind, administrators)),
    };

    private static CaseFacts With(PortalAccount account) => Of(Sample.Anna) with
    {
        Account = Known(new AccountFinding(CustomerMatch.One, "A. van den Berg", account)),
    };

    private static CaseFacts Renting(params string[] agreements) => Of(Sample.Anna) with
    {
        Tenancy = Known(new TenancyFinding(TenancyStatus.Active, null, Sample.Postal, agreements)),
    };

    private static Fact<T> Known<T>(T value)
        where T : class => Fact.Known(value, Source.Viewpoint, Before);

    private static Fact<T> ByHand<T>(Fact<T> fact)
        where T : class => fact with { Source = Source.Employee };

    private sealed class Sent(DateTimeOffset? at) : ICodeHistory
    {
        public Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation) =>
            Task.FromResult(new RecentCodeFinding(at, null));
    }
}
