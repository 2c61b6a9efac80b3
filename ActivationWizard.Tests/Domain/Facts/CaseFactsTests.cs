using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>All facts of a case: whose word they are, how old, and by which names the tenant is known.</summary>
public sealed class CaseFactsTests
{
    private static readonly DateTimeOffset Earlier = Sample.Now.AddDays(-1);

    /// <summary>The facts that a source or an employee is asked.</summary>
    public static TheoryData<FactKind> Kinds =>
    [
        FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Administrator, FactKind.Contacts,
        FactKind.Arrangement, FactKind.Account, FactKind.Email, FactKind.Address, FactKind.Preference,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadAt_OneFact_IsWhenASystemSaidIt(FactKind kind)
    {
        Assert.Equal(Earlier, Only(kind, Source.Viewpoint, Earlier).ReadAt);
        Assert.Null(Only(kind, Source.Employee, Earlier).ReadAt);
        Assert.False(Only(kind, Source.Viewpoint, Earlier).AreOfTheDayOf(Sample.Now));
        Assert.True(Only(kind, Source.Viewpoint, Sample.Now).AreOfTheDayOf(Sample.Now));
        Assert.True(Only(kind, Source.Employee, Earlier).AreOfTheDayOf(Sample.Now));
    }

    [Fact]
    public void ReadAt_SeveralFacts_IsTheOldestAndLastReadAtTheNewest()
    {
        var facts = Only(FactKind.Person, Source.Viewpoint, Earlier) with
        {
            Account = Only(FactKind.Account, Source.Umbrella, Sample.Now).Account,
        };

        Assert.Equal((Earlier, Sample.Now), (facts.ReadAt, facts.LastReadAt));
        Assert.Null(CaseFacts.None.LastReadAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FromPeopleOnly_OneFact_StaysWhenAnEmployeeSaidIt(FactKind kind)
    {
        Assert.Equal(
            new FactOrigin(FactStatus.Known, Source.Employee, null),
            Only(kind, Source.Employee, Earlier).FromPeopleOnly().OriginOf(kind));
        Assert.Equal(CaseFacts.None, Only(kind, Source.Viewpoint, Earlier).FromPeopleOnly());
    }

    [Fact]
    public void FromPeopleOnly_WhatOurJournalSays_IsAskedAnew() => Assert.Equal(
        CaseFacts.None,
        (CaseFacts.None with
        {
            RecentCode = Fact.Known(new RecentCodeFinding(Earlier, null), Source.Journal, Earlier),
        }).FromPeopleOnly());

    [Fact]
    public void OriginOf_WhatIsNotAsked_IsKnown()
    {
        Assert.Equal(FactStatus.Known, CaseFacts.None.OriginOf(FactKind.Requester).Status);
        Assert.Equal(FactStatus.NotAsked, CaseFacts.None.OriginOf(FactKind.RecentCode).Status);
    }

    [Fact]
    public void Proven_ByHand_IsMadeWholeWhereTheAddressIsKnown()
    {
        var known = new AdministratorFinding(AdministratorStatus.NotVerified, "", null, null);

        Assert.Equal(
            Fact.Known(
                known with { Status = AdministratorStatus.Verified, Proof = IdentityProof.SeenInRegister }, Source.Employee,
                Sample.Now),
            Proven(known, Source.Employee));
        Assert.Equal(FactStatus.NotAsked, Proven(known with { PartyId = null }, Source.Employee).Status);
        Assert.Equal(FactStatus.NotAsked, Proven(known, Source.Viewpoint).Status);
    }

    [Theory]
    [InlineData(FactKind.Account, Source.Viewpoint, Source.Viewpoint, ForeignSystem.Umbrella)]
    [InlineData(FactKind.Preference, Source.Viewpoint, Source.Viewpoint, ForeignSystem.Postex)]
    [InlineData(FactKind.Person, Source.Viewpoint, Source.Employee, ForeignSystem.Viewpoint)]
    [InlineData(FactKind.Email, Source.Viewpoint, Source.Employee, ForeignSystem.Umbrella)]
    [InlineData(FactKind.Email, Source.Employee, Source.Employee, ForeignSystem.Viewpoint)]
    [InlineData(FactKind.Email, Source.Viewpoint, Source.Umbrella, ForeignSystem.Viewpoint)]
    public void LookedUpIn_AFact_IsTheSystemThatNobodyCouldRead(
        FactKind kind, Source person, Source account, ForeignSystem expected) => Assert.Equal(
        expected,
        HandFacts.LookedUpIn(kind, Only(FactKind.Person, person, Earlier) with
        {
            Account = Only(FactKind.Account, account, Earlier).Account,
        }));

    [Fact]
    public void SeenBy_Employee_IsInTheOrderOfTheTable()
    {
        var facts = Only(FactKind.Contacts, Source.Employee, Earlier) with
        {
            Arrangement = Only(FactKind.Arrangement, Source.Employee, Earlier).Arrangement,
            Person = Only(FactKind.Person, Source.Viewpoint, Earlier).Person,
            Preference = Only(FactKind.Preference, Source.Employee, Earlier).Preference,
        };

        Assert.Equal([FactKind.Arrangement, FactKind.Contacts, FactKind.Preference], HandFacts.SeenBy(facts));
        Assert.All(Kinds, kind => Assert.Equal([kind.Data], HandFacts.SeenBy(Only(kind.Data, Source.Employee, Earlier))));
    }

    [Fact]
    public void Keys_OfATenantKnownById_AreTheIdAndEveryAddress()
    {
        var (own, home) = (Sample.At("5633EF", "1"), Sample.Postal with { Key = Sample.Elsewhere });
        var facts = Only(FactKind.Person, Source.Viewpoint, Earlier) with
        {
            Person = Person(Sample.Anna with { HomeAddresses = [own] }),
            Tenancy = Fact.Known(new TenancyFinding(TenancyStatus.Active, null, home, []), Source.Viewpoint, Earlier),
        };

        var keys = TenantKeys.Of(facts, Sample.Request)!;

        Assert.Equal("501", keys.Own);
        Assert.Equal(
            new[] { "501", TenantKeys.At(own), TenantKeys.At(Sample.Address), TenantKeys.At(Sample.Elsewhere) }
                .Order(StringComparer.Ordinal),
            keys.All);
        Assert.Equal("adres 5622 CD 7", TenantKeys.At(Sample.Elsewhere));
    }

    [Fact]
    public void Keys_OfATenantLookedUpByHand_AreTheAddressOfTheRequest()
    {
        var facts = CaseFacts.None with { Person = Person(Sample.Anna with { Id = "" }) };

        Assert.Equal([TenantKeys.At(Sample.Address)], TenantKeys.Of(facts, Sample.Request)!.All);
        Assert.Null(TenantKeys.Of(CaseFacts.None, Sample.Request));
    }

    private static Fact<AdministratorFinding> Proven(AdministratorFinding finding, Source source) =>
        (CaseFacts.None with { Administrator = Fact.Known(finding, source, Earlier) })
        .Proven(IdentityProof.SeenInRegister, Sample.Now).Administrator;

    private static Fact<PersonFinding> Person(Party party) =>
        Fact.Known(new PersonFinding(PersonMatch.Found, party, []), Source.Viewpoint, Earlier);

    // Known, and nothing else is.
    private static CaseFacts Only(FactKind kind, Source source, DateTimeOffset at)
    {
        var all = CaseFacts.None;
        foreach (var one in HandFacts.AnswersTo(kind).Take(1))
            all = HandFacts.With(all, Sample.Request, kind, one, at);
        return all with
        {
            Person = As(all.Person),
            Tenancy = As(all.Tenancy),
            Protection = As(all.Protection),
            Administrator = As(all.Administrator),
            Contacts = As(all.Contacts),
            Arrangement = As(all.Arrangement),
            Account = As(all.Account),
            Email = As(all.Email),
            Address = As(all.Address),
            Preference = As(all.Preference),
        };

        Fact<T> As<T>(Fact<T> fact)
            where T : class => fact.Status is FactStatus.NotAsked ? fact : fact with { Source = source };
    }
}
