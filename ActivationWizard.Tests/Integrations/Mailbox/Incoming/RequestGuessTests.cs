using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>What is filled in of a mail that somebody wrote; what can be read in two ways is left to a person.</summary>
public sealed class RequestGuessTests
{
    [Theory]
    [InlineData("Ik woon op Dorpsstraat 12, 5611 CD Eindhoven.", "5611 CD 12")]
    [InlineData("Dorpsstraat 12A\r\n5611CD Eindhoven", "5611 CD 12 A")]
    [InlineData("Dorpsstraat 12-3, 5611 cd", "5611 CD 12-3")]
    [InlineData("5611 CD, huisnummer 12 a", "5611 CD 12 A")]
    [InlineData("mijn huisnummer is 12, postcode 5611CD", "5611 CD 12")]
    [InlineData("huisnummer is 7 en postcode is 5611 CD", "5611 CD 7")]
    [InlineData("5611CD 12bis", "5611 CD 12-BIS")]
    [InlineData("5611CD-12", "5611 CD 12")]
    [InlineData("Postcode: 5611 CD\r\nHuisnummer: 12\r\nToevoeging: III", "5611 CD 12-III")]
    [InlineData("Plein 1944 12, 5611 CD", "5611 CD")]
    [InlineData("Dorpsstraat 12, 5611 CD. Eerst Kade 9, 5612 AB", "")]
    [InlineData("Dorpsstraat 12, 5611 CD, of Dorpsstraat 14, 5611 CD", "5611 CD")]
    [InlineData("In 2026 is alles anders", "")]
    [InlineData("Postbus 12, 5611 CD", "5611 CD")]
    [InlineData("5611 CD 06-12345678", "5611 CD")]
    [InlineData("5611 CD, 12-05-1984", "5611 CD")]
    [InlineData("0611 CD 12", "")]
    public void Address_AsPeopleWriteIt_IsReadWhenThereIsOne(string text, string expected)
    {
        var guess = GuessOf(text);

        Assert.Equal(expected, $"{guess.Postcode?.Spaced} {guess.HouseNumber}".Trim());
    }

    [Theory]
    [InlineData("Mijn naam is Anna Jansen en ik wil een code.", "Anna Jansen")]
    [InlineData("Ik heet A.M. Jansen.", "A.M. Jansen")]
    [InlineData("Ik wil een code.\r\n\r\nMet vriendelijke groet,\r\n\r\nA. Jansen\r\n06-12345678", "A. Jansen")]
    [InlineData("Ik wil een code. Mvg Anna Jansen", "Anna Jansen")]
    [InlineData("Ik wil een code.", "Anna Jansen")]
    [InlineData("Naam: P. de Boer\r\nIk wil een code.", "P. de Boer")]
    [InlineData("Ik wil een code.\r\nGroeten,\r\nPiet de Boer", null)]
    [InlineData("Mijn naam is Piet de Boer.", null)]
    [InlineData("Namens mijn moeder wil ik een code.", null)]
    [InlineData("Namens mijn moeder wil ik een code.\r\nNaam huurder: M. Slaap", "M. Slaap")]
    [InlineData("Ik ben bewindvoerder van M. Slaap.", null)]
    public void Name_AsPeopleWriteIt_IsReadWhenAllPlacesAgree(string text, string? expected) =>
        Assert.Equal(expected, GuessOf(text).Name);

    [Theory]
    [InlineData("Ik wil graag een activatiecode.", "First Tenant")]
    [InlineData("Mijn code is verlopen.", "New Tenant")]
    [InlineData("Ik wil een nieuwe activatiecode.", "New Tenant")]
    [InlineData("Dit is mijn eerste code en ik ben hem kwijt.", " Tenant")]
    [InlineData("Als bewindvoerder van M. Slaap vraag ik een code.", "First CourtAdministrator")]
    [InlineData("Voor mijn vader vraag ik een nieuwe code.", "New SomebodyElse")]
    [InlineData("Mijn vader staat onder bewind. Namens mijn vader: een code?", "First ")]
    [InlineData("Ik sta onder bewind en wil een code.", "First ")]
    [InlineData("Goedemorgen", " ")]
    [InlineData("I lost my code.", "New Tenant")]
    public void KindAndRequester_AsPeopleWriteIt_AreReadWhenTheyAreClear(string text, string expected)
    {
        var guess = GuessOf(text, "Vraag");

        Assert.Equal(expected, $"{guess.Kind} {guess.Requester}");
    }

    [Theory]
    [InlineData("Ik wil een code.", "a.jansen@mail.example")]
    [InlineData("Mail naar A.Jansen@mail.example.", "a.jansen@mail.example")]
    [InlineData("Mail naar anna@anders.example.", "")]
    [InlineData("Ik mailde wonen@thuis.example al.", "a.jansen@mail.example")]
    public void Email_OneAddress_IsFilledIn(string text, string expected) =>
        Assert.Equal(expected, $"{GuessOf(text).Email}".ToLowerInvariant());

    [Fact]
    public void Guess_WhatIsQuoted_SaysNothing()
    {
        var guess = GuessOf("Graag.\r\n\r\nOp 1 mei schreef Jan <jan@mail.example>:\r\n"
            + "> Ik ben bewindvoerder. Kade 9, 5612 AB, nieuwe code\r\n", "Vraag");

        Assert.Equal("Anna Jansen, a.jansen@mail.example", Told.GuessOf(guess with { Name = guess.Name ?? "Anna Jansen" }));
    }

    private static RequestGuess GuessOf(string text, string subject = "Code voor het portaal") =>
        Assert.IsType<IncomingMail.FreeMail>(
            Letter.Read(Letter.Free.With("Subject", subject).Saying(text).ToBytes())).Guess;
}
