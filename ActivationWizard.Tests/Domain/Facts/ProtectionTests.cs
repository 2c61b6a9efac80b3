using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>Protection, who may speak for the tenant, privé and zakelijk under bewind.</summary>
public sealed class ProtectionTests
{
    private static readonly Party Former = Sample.Administrator with
    {
        Id = "901",
        Emails = [new EmailContact(null, false, Sample.Mail("oud@bewind.nl"))],
        Roles = [Sample.Acting("BWI", runs: Sample.Days(-90, -1))],
    };

    [Theory]
    [InlineData("BEW", "ACT", ProtectionStatus.Bewind)]
    [InlineData("BEW", "INA", ProtectionStatus.None)]
    [InlineData("CUR", "ACT", ProtectionStatus.Other)]
    [InlineData("CUR", "INA", ProtectionStatus.None)]
    [InlineData("BEW", null, ProtectionStatus.Other)]
    [InlineData("CUR", null, ProtectionStatus.Other)]
    [InlineData("BUD", "ACT", ProtectionStatus.None)]
    [InlineData("BUD", null, ProtectionStatus.None)]
    public void Read_Flag_CountsByItsStatus(string kind, string? status, ProtectionStatus expected) =>
        Assert.Equal(expected, Read([new Flag(new Coded(kind), status is null ? null : new Coded(status))])!.Status);

    [Theory]
    [InlineData("BEW", ProtectionStatus.Other)]
    [InlineData("CUR", ProtectionStatus.Other)]
    [InlineData("BUD", ProtectionStatus.None)]
    public void Read_FlagsStatusNotInItsList_IsOtherForBewAndCurOnly(string kind, ProtectionStatus expected) =>
        Assert.Equal(expected, Read([new Flag(new Coded(kind), new Coded("XXX", false))])!.Status);

    [Fact]
    public void Read_FlagsKindNotInItsList_IsUnknown() =>
        Assert.Null(Read([new Flag(new Coded("XXX", false), new Coded("ACT"))]));

    [Fact]
    public void Read_Roles_CountWhileTheyRunForThisTenant()
    {
        Assert.Equal(ProtectionStatus.Bewind, Read([], Sample.Administrator)!.Status);
        Assert.Equal(ProtectionStatus.None, Read([], Former)!.Status);
        Assert.Equal(
            ProtectionStatus.None, Read([], Sample.Administrator with { Roles = [Sample.Acting("BWI", tenant: "777")] })!.Status);
        Assert.Equal(
            ProtectionStatus.Other,
            Protections.Read(
                "501", [], [], [Sample.Administrator with { Roles = [Sample.Acting("CUR")] }], Sample.Today)!.Status);
        Assert.Equal(
            ProtectionStatus.None,
            Protections.Read(
                "501", [], [], [Former with { Roles = [Sample.Acting("CUR", runs: Sample.Days(-9, -1))] }],
                Sample.Today)!.Status);
    }

    [Fact]
    public void Read_OtherGoesBeforeBewind() =>
        Assert.Equal(ProtectionStatus.Other, Read([new Flag(new Coded("CUR"), new Coded("ACT"))], Sample.Administrator)!.Status);

    [Fact]
    public void Read_Administrators_AreRunningOrFormerAndNeverYetToCome()
    {
        var finding = Read(
            [], Sample.Administrator, Former,
            Former with { Id = "902", Roles = [Sample.Acting("BWI", runs: Sample.Days(1, 9))] })!;

        Assert.Equal([("900", true), ("901", false)], finding.Administrators.Select(one => (one.PartyId, one.IsRunning)));
        Assert.Equal([Sample.Court], finding.CurrentEmails);
        Assert.Equal([Sample.Mail("oud@bewind.nl")], finding.FormerEmails);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Administrator_KeepsWhoItIsAndWhetherAnAddressCannotBeRead(bool unreadable)
    {
        var one = Assert.Single(
            Read([], Sample.Administrator with { HasUnreadableEmails = unreadable })!.Administrators);

        Assert.Equal(("900", "Bewind BV", true, unreadable), (one.PartyId, one.Name, one.IsRunning, one.HasUnreadableEmails));
        Assert.Equal([Sample.Court], one.Emails);
    }

    [Fact]
    public void Read_RoleForAnotherTenantOrOfAnotherKind_MakesNobodyAnAdministrator()
    {
        Assert.Empty(Read([], With(Sample.Acting("BWI", tenant: "777")))!.Administrators);
        Assert.Empty(Read([], With(Sample.Acting("CON")))!.Administrators);
        Assert.Equal(
            (ProtectionStatus.None, false),
            Parts(Read([], With(Sample.Acting("BWI", runs: Sample.Days(-9, -1)), Sample.Acting("CON"),
                Sample.Acting("BWI", tenant: "777")))!));
    }

    [Fact]
    public void Read_OneOfSeveralRolesOrOneThatBeginsToday_Acts()
    {
        Assert.Equal(
            (ProtectionStatus.Bewind, true),
            Parts(Read([], With(Sample.Acting("BWI", tenant: "777"), Sample.Acting("BWI")))!));
        Assert.Equal(
            (ProtectionStatus.Bewind, true), Parts(Read([], With(Sample.Acting("BWI", runs: Sample.Days(0, 9))))!));
    }

    [Fact]
    public void Read_RoleWhoseDaysCannotBeRead_IsUnknownWhereItWouldCount()
    {
        var unreadable = new Period(null, null) { IsUnreadable = true };
        var (administrator, curator) = (Sample.Acting("BWI", runs: unreadable), Sample.Acting("CUR", runs: unreadable));

        Assert.Null(Read([], With(administrator)));
        Assert.Null(Read([], With(Sample.Acting("CON"), administrator)));
        Assert.Null(Protections.Read("501", [], [], [With(curator)], Sample.Today));
        Assert.NotNull(Read([], With(Sample.Acting("BWI"), administrator)));
        Assert.NotNull(Read([], With(Sample.Acting("BWI", "777", unreadable))));
        Assert.NotNull(Read([], With(Sample.Acting("CON", runs: unreadable))));
        Assert.NotNull(Read([], With(curator)));
    }

    [Fact]
    public void Administrator_TakesTheAddressOfARunningOneAndAProof()
    {
        var finding = Read([], Sample.Administrator, Former)!;

        Assert.Equal(AdministratorStatus.Verified, Verify(finding, Sample.Court, IdentityProof.CalledBackOnKnownNumber).Status);
        Assert.Equal((AdministratorStatus.NotVerified, "900"), Parts(Verify(finding, Sample.Court, null)));
        Assert.Equal(
            (AdministratorStatus.NotVerified, null),
            Parts(Verify(finding, Sample.Mail("oud@bewind.nl"), IdentityProof.SeenInRegister)));
        Assert.Equal((AdministratorStatus.NotVerified, null), Parts(Verify(finding, Sample.Own, IdentityProof.SeenInRegister)));
        Assert.Equal((AdministratorStatus.NotVerified, null), Parts(Verify(finding, null, IdentityProof.SeenInRegister)));
        Assert.Equal(
            (AdministratorStatus.NotVerified, null),
            Parts(Verify(Read([new Flag(new Coded("BEW"), new Coded("ACT"))])!, Sample.Court, IdentityProof.SeenInRegister)));
    }

    [Theory]
    [InlineData("post@bewind.nl", "x@y.nl", ContactsStatus.Ok, null, null)]
    [InlineData(null, null, ContactsStatus.Correctable, "post@bewind.nl", null)]
    [InlineData("oud@bewind.nl", "x@y.nl", ContactsStatus.Correctable, "post@bewind.nl", null)]
    [InlineData("anna@voorbeeld.nl", null, ContactsStatus.Correctable, "post@bewind.nl", "anna@voorbeeld.nl")]
    [InlineData("anna@voorbeeld.nl", "ANNA@voorbeeld.nl", ContactsStatus.Correctable, "post@bewind.nl", "anna@voorbeeld.nl")]
    [InlineData("anna@voorbeeld.nl", "post@bewind.nl", ContactsStatus.Correctable, "post@bewind.nl", "anna@voorbeeld.nl")]
    [InlineData("anna@voorbeeld.nl", "x@y.nl", ContactsStatus.Conflict, null, null)]
    public void Contacts_OneOfEach(string? priv, string? business, ContactsStatus status, string? newPrivate, string? newBusiness)
    {
        var finding = ContactsUnderBewind.Read(Emails(priv, business), Read([], Sample.Administrator, Former)!, null);

        Assert.Equal(status, finding.Status);
        Assert.Equal(
            (newPrivate, newBusiness),
            (finding.Correction?.Private?.Address.ToString(), finding.Correction?.Business?.Address.ToString()));
        Assert.Equal(status is ContactsStatus.Conflict ? null : Sample.Court, finding.SendTo);
        if (finding.Correction is { } correction)
        {
            Assert.Equal((priv is null ? null : "p", true), (correction.Private!.Id, correction.Private.IsPrivate));
            Assert.Equal(business is null || newBusiness is null ? null : "z", correction.Business?.Id);
            Assert.False(correction.Business?.IsPrivate ?? false);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Contacts_TwoOfOneKind_ConflictBeforeAllElse(bool isPrivate) =>
        Assert.Equal(ContactsStatus.Conflict, ContactsUnderBewind.Read(
        [new("1", true, Sample.Court), new("2", isPrivate, Sample.Own), new("3", isPrivate, Sample.Other)],
        Read([], Sample.Administrator)!, Sample.Court).Status);

    [Fact]
    public void Contacts_SeveralAdministratorsAddresses_TheOneTheRequestCameFrom()
    {
        var second = Sample.Mail("tweede@bewind.nl");
        var protection = Read(
            [], Sample.Administrator with { Emails = [.. Sample.Administrator.Emails, new(null, false, second)] })!;

        Assert.Equal("900", Verify(protection, second, IdentityProof.SeenInRegister).PartyId);
        Assert.Equal(second, ContactsUnderBewind.Read([], protection, second).SendTo);
        Assert.Equal(ContactsStatus.Conflict, ContactsUnderBewind.Read([], protection, Sample.Own).Status);
        Assert.Equal(ContactsStatus.Conflict, ContactsUnderBewind.Read([], Read([])!, Sample.Court).Status);
    }

    private static Party With(params PartyRole[] roles) => Sample.Administrator with { Roles = roles };

    private static (ProtectionStatus, bool) Parts(ProtectionFinding finding) =>
        (finding.Status, Assert.Single(finding.Administrators).IsRunning);

    private static (AdministratorStatus, string?) Parts(AdministratorFinding finding) => (finding.Status, finding.PartyId);

    private static AdministratorFinding Verify(ProtectionFinding protection, EmailAddress? from, IdentityProof? proof) =>
        Readings.Administrator(Sample.Request with { Requester = Requester.CourtAdministrator, Email = from }, protection, proof);

    private static ProtectionFinding? Read(IReadOnlyList<Flag> flags, params Party[] administrators) =>
        Protections.Read("501", flags, administrators, [], Sample.Today);

    private static EmailContact[] Emails(string? priv, string? business) =>
    [
        .. priv is null ? [] : new[] { new EmailContact("p", true, Sample.Mail(priv)) },
        .. business is null ? [] : new[] { new EmailContact("z", false, Sample.Mail(business)) },
    ];
}
