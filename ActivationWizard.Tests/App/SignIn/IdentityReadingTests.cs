using System.Text.Json;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Who somebody is, by the claims as providers give them.</summary>
public sealed class IdentityReadingTests
{
    private const string Group = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Theory]
    [InlineData("roles", """{ "roles": ["x", "lead"] }""")]
    [InlineData("roles", """{ "roles": "lead" }""")]
    [InlineData("roles", """{ "roles": "[\"x\", \"lead\"]" }""")]
    [InlineData("realm_access.roles", """{ "realm_access": { "roles": ["lead"] } }""")]
    [InlineData("realm_access.roles", """{ "realm_access": "{\"roles\":[\"lead\"]}" }""")]
    [InlineData("resource_access.aw.nl.roles", """{ "resource_access": { "aw.nl": { "roles": ["lead"] } } }""")]
    [InlineData("https://corp.example/roles", """{ "https://corp.example/roles": ["lead"] }""")]
    [InlineData("a.b", """{ "a": { "b": 1 }, "a.b": "lead" }""")]
    public void Roles_InAnyFormThatProvidersUse_AreRead(string path, string claims) =>
        Assert.Equal([Role.TeamLead], Read(path, claims).Identity?.Roles);

    [Theory]
    [InlineData("roles", """{ "roles": ["leader", "LEAD", " lead"] }""")]
    [InlineData("roles", """{ "roles": [["lead"], { "lead": true }, 1, null] }""")]
    [InlineData("roles", """{ "roles": { "lead": true } }""")]
    [InlineData("roles", """{ "roles": "[\"lead\"" }""")]
    [InlineData("roles", """{ "roles": null }""")]
    [InlineData("a.b", """{ "b": "lead", "a": "lead" }""")]
    [InlineData("a.b", """{ "a": ["lead"] }""")]
    public void Roles_InAnythingElse_AreNone(string path, string claims) =>
        Assert.Equal(IdentityFault.NoRole, Read(path, claims).Fault);

    [Fact]
    public void Roles_ByTheIdOfAGroup_AreThatGroupsInAnyLetterCase() =>
        Assert.Equal(
            [Role.SystemManager], Read("groups", $$"""{ "groups": ["{{Group.ToUpperInvariant()}}"] }""").Identity?.Roles);

    [Theory]
    [InlineData("""{ "_claim_names": { "groups": "src1" }, "_claim_sources": {} }""", IdentityFault.TooManyGroups)]
    [InlineData("""{ "hasgroups": true }""", IdentityFault.TooManyGroups)]
    [InlineData("""{ "hasgroups": "true" }""", IdentityFault.TooManyGroups)]
    [InlineData("""{ "hasgroups": false }""", IdentityFault.NoRole)]
    [InlineData("""{ "_claim_names": { "address": "src1" } }""", IdentityFault.NoRole)]
    [InlineData("""{ "_claim_names": { "groups": "src1" }, "groups": ["x"] }""", IdentityFault.NoRole)]
    public void Groups_ThatEntraLeavesOut_AreSaidToBeTooMany(string claims, IdentityFault fault) =>
        Assert.Equal(fault, Read("groups", claims).Fault);

    [Theory]
    [InlineData("""{ "sub": "" }""", IdentityFault.NoSubject)]
    [InlineData("""{ "sub": 5 }""", IdentityFault.NoSubject)]
    [InlineData("""{ "sub": "a\nb" }""", IdentityFault.NoSubject)]
    [InlineData("""{ "name": " " }""", IdentityFault.NoName)]
    [InlineData("""{ "name": "\u0007" }""", IdentityFault.NoName)]
    [InlineData("""{ "name": ["Els"] }""", IdentityFault.NoName)]
    public void Claims_ThatNameNobody_AreSaidToBeMissingAndNotTheRole(string claims, IdentityFault fault) =>
        Assert.Equal(fault, Read("roles", claims).Fault);

    [Fact]
    public void Name_IsOneLine_AndFromPreferredUsernameWhereThereIsNoOther()
    {
        Assert.Equal("ElsIngelogd", Read("roles", """{ "roles": "lead", "name": "Els\u000aIngelogd" }""").Identity?.Name);
        Assert.Equal("els", Read("roles", """{ "roles": "lead", "name": "", "preferred_username": "els" }""").Identity?.Name);
    }

    [Fact]
    public void Claims_ThatTheTokenLacks_AreThoseOfUserinfo_AndNoOthers()
    {
        var settings = Settings("roles");
        var token = Claims("""{ "roles": "lead" }""", "sub");
        var read = IdentityReading.Of(token, Claims("""{ "roles": "manager", "name": "Els" }""", "sub"), settings);
        Assert.Equal(("Els", Role.TeamLead), (read.Identity!.Name, Assert.Single(read.Identity.Roles)));
    }

    private static IdentityRead Read(string path, string claims)
    {
        var settings = Settings(path);
        return IdentityReading.Of(Claims(claims, "sub", "name"), null, settings);
    }

    private static SignInOptions Settings(string path) => new()
    {
        RoleClaim = path,
        Roles = new() { Employee = "employee", TeamLead = "lead", SystemManager = Group },
    };

    // With a person's own, unless the case has it.
    private static JsonElement Claims(string claims, params string[] own)
    {
        var all = JsonSerializer.Deserialize<Dictionary<string, object>>(claims)!;
        foreach (var claim in own)
            all.TryAdd(claim, "Els");
        return JsonSerializer.SerializeToElement(all);
    }
}
