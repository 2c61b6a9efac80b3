using ActivationWizard.App.Search;

namespace ActivationWizard.Tests.App.Search;

/// <summary>What a typed text may be.</summary>
public sealed class TenantClueTests
{
    [Theory]
    [InlineData("5611cd12", "At 5611 CD 12")]
    [InlineData("5611 CD, 12-a", "At 5611 CD 12-A")]
    [InlineData("j.jansen@mail.example", "Mailed j.jansen@mail.example")]
    [InlineData("800012", "Coded 800012")]
    [InlineData("0612345678", "Called 0612345678; Coded 0612345678")]
    [InlineData("06 - 1234 5678", "Called 0612345678")]
    [InlineData("kerkstr 12 a", "InStreet kerkstraat 12 A")]
    [InlineData("Plein 1944 12", "InStreet Plein 1944 12; InStreet Plein 1944-12")]
    [InlineData("J. de Vries", "Named J. de Vries")]
    [InlineData("2026-00431", "")]
    [InlineData("...", "Named ...")]
    [InlineData("12", "Coded 12")]
    public void Of_WhatPeopleType_IsEachThatItMayBe(string text, string clues) =>
        Assert.Equal(clues, string.Join("; ", TenantClue.Of(text).Select(Said)));

    private static string Said(TenantClue clue) => clue switch
    {
        TenantClue.At at => $"At {at.Address}",
        TenantClue.InStreet there => $"InStreet {there.Street} {there.Number}",
        TenantClue.Mailed mailed => $"Mailed {mailed.Email}",
        TenantClue.Called called => $"Called {called.Number}",
        TenantClue.Coded coded => $"Coded {coded.Code}",
        TenantClue.Named named => $"Named {named.Name}",
        _ => "",
    };
}
