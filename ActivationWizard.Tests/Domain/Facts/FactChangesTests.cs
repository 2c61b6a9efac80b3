using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>What is another thing now than when the proposal was made, and what the case did itself (G4).</summary>
public sealed class FactChangesTests
{
    private static readonly CourtAdministrator Court = new("900", "Bewind BV", true, [Sample.Court, Sample.Other]);
    private static readonly PortalAccount Account = Sample.Account("k1", email: Sample.Own);

    private static readonly CaseFacts Was = CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, Sample.Anna, [])),
        Tenancy = Known(new TenancyFinding(TenancyStatus.Active, null, Sample.Postal, ["A1"])),
        Protection = Known(new ProtectionFinding(ProtectionStatus.Bewind, [Court])),
        Administrator = Known(new AdministratorFinding(AdministratorStatus.Verified, "900", "Bewind BV", null)),
        Contacts = Known(new ContactsFinding(ContactsStatus.Correctable, Sample.Own, null, null, Sample.Court)),
        Arrangement = Known(new ArrangementFinding(ArrangementStatus.None)),
        Account = Known(new AccountFinding(CustomerMatch.One, "A. van den Berg", Account)),
        Email = Known(new EmailFinding(EmailComparison.Match, Sample.Own, Sample.Own, false)),
        Address = Known(new AddressFinding(AddressStatus.Deliverable, ["A. van den Berg", "Kerkstraat 12"])),
        Preference = Known(new DeliveryPreference(Email: null)),
        RecentCode = Known(new RecentCodeFinding(null, null)),
    };

    [Fact]
    public void Between_TheSame_IsNothing() => Assert.Empty(FactChanges.Between(Was, Was, OwnChanges.None));

    [Fact]
    public void Between_OneFactOrAnother_IsWasAndIs()
    {
        Changed(FactKind.Person, Was with { Person = With(Sample.Anna with { Id = "502" }) });
        Changed(FactKind.Person, Was with { Person = With(Sample.Anna with { Code = "R502" }) });
        Changed(FactKind.Person, Was with { Person = With(Sample.Anna with { Name = new PartyName("Smit") }) });
        Changed(FactKind.Tenancy, Was with { Tenancy = Known(Was.Tenancy.Value! with { Status = TenancyStatus.Future }) });
        Changed(FactKind.Tenancy, Was with { Tenancy = Known(Was.Tenancy.Value! with { Home = null }) });
        Changed(
            FactKind.Protection, Was with { Protection = Known(Was.Protection.Value! with { Status = ProtectionStatus.None }) });
        Changed(FactKind.Protection, Was with { Protection = Acting(Court with { Emails = [Sample.Court] }) });
        Changed(
            FactKind.Administrator,
            Was with { Administrator = Known(Was.Administrator.Value! with { Status = AdministratorStatus.NotVerified }) });
        Changed(FactKind.Administrator, Was with { Administrator = Known(Was.Administrator.Value! with { PartyId = "901" }) });
        Changed(FactKind.Contacts, Was with { Contacts = Known(Was.Contacts.Value! with { Private = Sample.Other }) });
        Changed(FactKind.Contacts, Was with { Contacts = Known(Was.Contacts.Value! with { Business = Sample.Other }) });
        Changed(FactKind.Arrangement, Was with { Arrangement = Known(new ArrangementFinding(ArrangementStatus.Pending)) });
        Changed(FactKind.Account, Of(Account with { Status = AccountStatus.Blocked }));
        Changed(FactKind.Account, Of(Account with { Id = "acc-2" }));
        Changed(FactKind.Account, Of(Account with { Email = Sample.Other }));
        Changed(FactKind.Email, Was with { Email = Known(Was.Email.Value! with { Portal = Sample.Other }) });
        Changed(FactKind.Email, Was with { Email = Known(Was.Email.Value! with { Private = Sample.Other }) });
        Changed(FactKind.Address, Was with { Address = Known(Was.Address.Value! with { Lines = ["A. van den Berg"] }) });
        Changed(FactKind.Preference, Was with { Preference = Known(new DeliveryPreference(Sample.Own)) });
        Changed(FactKind.RecentCode, Was with { RecentCode = Known(new RecentCodeFinding(Sample.Now, null, true)) });
        Changed(FactKind.Arrangement, Was with { Arrangement = Fact.Unknown<ArrangementFinding>(Source.Viewpoint, Sample.Now) });
    }

    [Fact]
    public void Between_WasAndIs_AreWhatIsRegistered()
    {
        var now = Was with
        {
            Protection = Known(Was.Protection.Value! with { Status = ProtectionStatus.None, Administrators = [] }),
            Arrangement = Fact.Unknown<ArrangementFinding>(Source.Viewpoint, Sample.Now),
            Account = Known(new AccountFinding(CustomerMatch.None, null, null)),
            Address = Known(new AddressFinding(AddressStatus.Problem, [])),
            Preference = Known(new DeliveryPreference(Sample.Own)),
            RecentCode = Known(new RecentCodeFinding(Sample.Now, null, true)),
        };

        Assert.Equal(
            [
                new FactChange(FactKind.Protection, "Bewind anders@voorbeeld.nl post@bewind.nl", "None"),
                new FactChange(FactKind.Arrangement, "None", "?"),
                new FactChange(FactKind.Address, "A. van den Berg, Kerkstraat 12", ""),
                new FactChange(FactKind.Preference, "-", "anna@voorbeeld.nl"),
                new FactChange(FactKind.Account, "One k1 Registered acc-1 anna@voorbeeld.nl", "None None"),
                new FactChange(FactKind.RecentCode, "False", $"True {Sample.Now:O}"),
            ],
            FactChanges.Between(Was, now, OwnChanges.None));
    }

    [Fact]
    public void Between_WhatMattersToNobody_IsNothing()
    {
        Same(Was with { Protection = Acting(Court with { Emails = [Sample.Other, Sample.Court] }) });
        Same(Was with { RecentCode = Known(new RecentCodeFinding(Sample.Now, null)) });
        Same(Was with { Arrangement = Fact.NotAsked<ArrangementFinding>() });
        var byHand = Was with { Arrangement = Was.Arrangement with { Source = Source.Employee } };
        Assert.Empty(FactChanges.Between(
            byHand, Was with { Arrangement = Known(new ArrangementFinding(ArrangementStatus.Active)) }, OwnChanges.None));
        Assert.Empty(FactChanges.Between(Was with { Arrangement = Fact.NotAsked<ArrangementFinding>() }, Was, OwnChanges.None));
    }

    [Fact]
    public void Between_ARefusalGoesToTheirOwnAddress_MattersWhenItIsTheirsNoMore()
    {
        var now = Was with { Person = With(Sample.Anna with { Emails = [] }) };

        Assert.Empty(FactChanges.Between(Was, now, OwnChanges.None));
        Assert.Empty(FactChanges.Between(Was, now, OwnChanges.None, Sample.Other));
        var change = Assert.Single(FactChanges.Between(Was, now, OwnChanges.None, Sample.Own));
        Assert.Equal(
            new FactChange(
                FactKind.Person, "Found 501 R501 A. van den Berg anna@voorbeeld.nl", "Found 501 R501 A. van den Berg"),
            change);
    }

    [Fact]
    public void Between_ContactsThatTheCaseCorrected_AreAsItLeftThem()
    {
        var own = new OwnChanges { IsAny = true, Contacts = true };
        var left = new ContactsFinding(ContactsStatus.Ok, Sample.Court, Sample.Own, null, Sample.Court);

        Assert.Empty(FactChanges.Between(Was, Was with { Contacts = Known(left) }, own));
        Changed(FactKind.Contacts, Was with { Contacts = Known(left with { Private = Sample.Other }) }, own);
        Changed(FactKind.Contacts, Was with { Contacts = Known(left with { Status = ContactsStatus.Conflict }) }, own);
    }

    [Fact]
    public void Between_AnAccountThatTheCaseMade_IsAsItLeftIt()
    {
        var own = new OwnChanges { IsAny = true, Account = new OwnAccount(AccountStatus.Active, "acc-2", Sample.Other) };
        var left = Account with { Status = AccountStatus.Active, Id = "acc-2", Email = Sample.Other };

        Assert.Empty(FactChanges.Between(Was, Of(left), own));
        Changed(FactKind.Account, Of(left with { Id = "acc-3" }), own);
        Changed(FactKind.Account, Of(left with { Email = Sample.Own }), own);
        Changed(FactKind.Account, Of(left with { Status = AccountStatus.Blocked }), own);
        var byEmployee = own with { Account = own.Account with { IsOfEmployee = true, Id = null, Email = null } };
        Assert.Empty(FactChanges.Between(Was, Of(left with { Id = "acc-3", Email = Sample.Own }), byEmployee));
    }

    [Theory]
    [InlineData(AccountStatus.Registered, false)]
    [InlineData(AccountStatus.Active, false)]
    [InlineData(AccountStatus.Blocked, true)]
    public void Between_AnAccountThatAnEmployeeUnblocked_MattersWhenItIsBlocked(AccountStatus status, bool isChanged)
    {
        var own = new OwnChanges { IsAny = true, Account = new OwnAccount(null, "acc-1", Sample.Own) };

        Assert.Equal(isChanged, FactChanges.Between(Was, Of(Account with { Status = status }), own).Count > 0);
    }

    [Fact]
    public void Between_EmailAfterTheAccountWasMade_IsComparedWithoutThePortal()
    {
        var own = new OwnChanges { IsAny = true, Account = OwnAccount.Of(Account) };
        var mismatch = Was with { Email = Known(Was.Email.Value! with { Comparison = EmailComparison.Mismatch }) };

        Assert.Empty(FactChanges.Between(Was, Was with { Email = Known(Was.Email.Value! with { Portal = null }) }, own));
        Changed(FactKind.Email, mismatch, own);
        Assert.Empty(FactChanges.Between(mismatch, Was, own));
        Assert.Single(FactChanges.Between(
            mismatch, Was with { Email = Known(Was.Email.Value! with { Private = Sample.Other }) }, own));
    }

    [Fact]
    public void Between_PreferenceAndCodeOfTheCaseItself_AreNoChange()
    {
        var now = Was with
        {
            Preference = Known(new DeliveryPreference(Sample.Own)),
            RecentCode = Known(new RecentCodeFinding(Sample.Now, null, true)),
        };

        Assert.Empty(FactChanges.Between(Was, now, new OwnChanges { IsAny = true, Preference = true }));
        Changed(FactKind.Preference, now, new OwnChanges { IsAny = true });
    }

    [Fact]
    public void Between_CodeSentBeforeAndOnceMore_IsAChangeOfTheMoment()
    {
        var was = Was with { RecentCode = Known(new RecentCodeFinding(Sample.Now.AddDays(-1), null, true)) };

        Assert.Single(FactChanges.Between(
            was, Was with { RecentCode = Known(new RecentCodeFinding(Sample.Now, null, true)) }, OwnChanges.None));
    }

    [Fact]
    public void SilentNow_TheFirstThatAnsweredBefore_IsNamedWithTheReason()
    {
        Assert.Null(FactChanges.SilentNow(Was, Was));
        Assert.Null(FactChanges.SilentNow(CaseFacts.None, Was with
        {
            Person = Silent<PersonFinding>(Source.Viewpoint, FailureReason.Unreachable),
        }));
        Assert.Null(FactChanges.SilentNow(Was, Was with { Account = Fact.Unknown<AccountFinding>(Source.Umbrella, Sample.Now) }));
        Func<CaseFacts, FailureReason, CaseFacts>[] silent =
        [
            (facts, why) => facts with { Preference = Silent<DeliveryPreference>(Source.Postex, why) },
            (facts, why) => facts with { Account = Silent<AccountFinding>(Source.Umbrella, why) },
            (facts, why) => facts with { Arrangement = Silent<ArrangementFinding>(Source.Viewpoint, why) },
            (facts, why) => facts with { Protection = Silent<ProtectionFinding>(Source.Viewpoint, why) },
            (facts, why) => facts with { Tenancy = Silent<TenancyFinding>(Source.Viewpoint, why) },
            (facts, why) => facts with { Person = Silent<PersonFinding>(Source.Viewpoint, why) },
        ];
        var now = Was;
        foreach (var (one, source) in silent.Zip([Source.Postex, Source.Umbrella, .. Enumerable.Repeat(Source.Viewpoint, 4)]))
        {
            Assert.Equal(
                (source, FailureReason.NotAllowed), FactChanges.SilentNow(Was, one(now, FailureReason.NotAllowed)));
            now = one(now, FailureReason.Unreachable);
        }
    }

    private static void Changed(FactKind kind, CaseFacts now, OwnChanges? own = null)
    {
        var change = Assert.Single(FactChanges.Between(Was, now, own ?? OwnChanges.None), one => one.Fact == kind);
        Assert.NotEqual(change.Was, change.Is);
    }

    private static void Same(CaseFacts now) => Assert.Empty(FactChanges.Between(Was, now, OwnChanges.None));

    private static CaseFacts Of(PortalAccount account) => Was with
    {
        Account = Known(Was.Account.Value! with { Account = account }),
    };

    private static Fact<PersonFinding> With(Party party) => Known(new PersonFinding(PersonMatch.Found, party, []));

    private static Fact<ProtectionFinding> Acting(CourtAdministrator one) =>
        Known(new ProtectionFinding(ProtectionStatus.Bewind, [one]));

    private static Fact<T> Silent<T>(Source source, FailureReason why)
        where T : class => Fact.Unknown<T>(source, Sample.Now, why);

    private static Fact<T> Known<T>(T value)
        where T : class => Fact.Known(value, Source.Viewpoint, Sample.Now);
}
