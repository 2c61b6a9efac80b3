using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Components;

public sealed class BounceWordsTests
{
    [Theory]
    [InlineData("5.1.1", "Dit e-mailadres bestaat niet.")]
    [InlineData("5.1.10", "Dit e-mailadres bestaat niet.")]
    [InlineData("5.1.2", "Het deel achter de @ bestaat niet.")]
    [InlineData("5.4.4", "Het deel achter de @ bestaat niet.")]
    [InlineData("5.1.3", "Dit e-mailadres is niet goed geschreven.")]
    [InlineData("5.1.6", "Deze mailbox is verhuisd. Het nieuwe adres staat er niet bij.")]
    [InlineData("5.2.1", "Deze mailbox is afgesloten.")]
    [InlineData("4.2.2", "Deze mailbox is vol.")]
    [InlineData("5.3.4", "De mail is te groot voor deze mailbox.")]
    [InlineData("4.4.7", "De mailserver van de aanvrager was niet te bereiken.")]
    [InlineData("5.6.7", "De mailserver van de aanvrager kan deze mail niet aan.")]
    [InlineData("5.7.1", "De mailserver van de aanvrager weigert onze mail.")]
    [InlineData("5.9.9", "De mailserver zegt niet waarom.")]
    [InlineData("5.99999999999.1", "De mailserver zegt niet waarom.")]
    [InlineData(null, "De mailserver zegt niet waarom.")]
    public void Why_AStatusOfRfc3463_IsASentence(string? status, string sentence)
    {
        using var dutch = new FixedCulture("nl-NL");

        Assert.Equal(sentence, BounceWords.Why(new DeliveryNotice(DeliveryEnd.Failed, null, status, "")));
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void Of_EveryCode_HasAWord(string culture)
    {
        using var language = new FixedCulture(culture);

        Assert.All(
            [
                .. Enum.GetValues<DeliveryEnd>().Select(BounceWords.Of), .. Enum.GetValues<MailTie>().Select(BounceWords.Of),
                .. Enum.GetValues<BounceEnd>().Select(BounceWords.Of),
            ],
            word => Assert.False(string.IsNullOrWhiteSpace(word)));
    }

    [Fact]
    public void Sender_WhateverIsKnown_IsSaid()
    {
        using var dutch = new FixedCulture("nl-NL");
        var mail = CameIn.Added();

        Assert.Equal("Anna (anders@voorbeeld.nl)", BounceWords.Sender(mail));
        Assert.Equal("anders@voorbeeld.nl", BounceWords.Sender(mail with { FromName = "" }));
        Assert.Equal("Anna", BounceWords.Sender(mail with { From = null }));
        Assert.Equal("afzender onbekend", BounceWords.Sender(mail with { From = null, FromName = "" }));
    }
}
