using System.Security.Claims;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

public sealed class ActorClaimsTests
{
    [Fact]
    public void Read_OfAPersonSignedIn_IsThatPerson() =>
        Assert.All(DemoPeople.All, person => Assert.Equal(person, ActorClaims.Read(ActorClaims.ToPrincipal(person, "test"))));

    [Fact]
    public void ToPrincipal_OfTheMachine_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ActorClaims.ToPrincipal(Actor.Wizard, "test"));

    [Theory]
    [InlineData("1", "Sanne", "Machine")]
    [InlineData("1", "Sanne", "employee")]
    [InlineData("1", "Sanne", "0")]
    [InlineData("", "Sanne", "Employee")]
    [InlineData("1", "", "Employee")]
    public void Read_OfClaimsThatDoNotHoldTogether_IsNobody(string id, string name, string role)
    {
        Claim[] claims = [new(ActorClaims.Id, id), new(ActorClaims.Name, name), new(ActorClaims.Role, role)];
        Assert.Null(ActorClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))));
    }

    [Fact]
    public void Read_WithoutAuthentication_IsNobody()
    {
        Claim[] claims = [new(ActorClaims.Id, "1"), new(ActorClaims.Name, "Sanne"), new(ActorClaims.Role, RoleNames.TeamLead)];
        Assert.Null(ActorClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims))));
    }
}
