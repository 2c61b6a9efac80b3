using System.Text.Json;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Values;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@b.nl", " A@B.NL ")]
    [InlineData("Jan.Jansen@voorbeeld.nl", "jan.jansen@VOORBEELD.nl")]
    [InlineData("a@b\u00FCcher.nl", "a@xn--bcher-kva.nl")]
    [InlineData("a@B\u00DCCHER.nl", "a@b\u00FCcher.nl")]
    public void Equals_LetterCaseAndALabel_DoNotMatter(string one, string other)
    {
        Assert.Equal(Sample.Mail(one), Sample.Mail(other));
        Assert.Equal(Sample.Mail(one).GetHashCode(), Sample.Mail(other).GetHashCode());
    }

    [Theory]
    [InlineData("jan+huur@b.nl", "jan@b.nl")]
    [InlineData("j.an@b.nl", "jan@b.nl")]
    [InlineData("jan@gmail.com", "jan@googlemail.com")]
    [InlineData("info@voorbeeld.nl", "\u0131nfo@voorbeeld.nl")]
    [InlineData("info@voorbeeld.nl", "\u0130nfo@voorbeeld.nl")]
    [InlineData("strasse@b.nl", "stra\u00DFe@b.nl")]
    [InlineData("jans@b.nl", "jan\u017F@b.nl")]
    [InlineData("kees@b.nl", "\u212Aees@b.nl")]
    [InlineData("a@paypal.nl", "a@p\u0430ypal.nl")]
    public void Equals_PlusDotsCasingAndHomographs_AreOtherMailboxes(string one, string other) =>
        Assert.False(Sample.Mail(one).Equals((object)Sample.Mail(other)));

    [Theory]
    [InlineData(" Anna@Voorbeeld.nl ", "Anna@Voorbeeld.nl")]
    [InlineData("Anna@Voorbeeld.nl\u200B", "Anna@Voorbeeld.nl")]
    [InlineData("\uFEFF\u00A0Anna@Voorbeeld.nl \u200E\u00A0", "Anna@Voorbeeld.nl")]
    [InlineData("o'neil+huur@b.nl", "o'neil+huur@b.nl")]
    [InlineData("a@p\u0430ypal.nl", "a@xn--pypal-4ve.nl")]
    public void ToString_IsAsRegisteredTrimmedWithTheDomainAsALabel(string text, string sent)
    {
        Assert.Equal(sent, Sample.Mail(text).ToString());
        Assert.Equal(Sample.Mail(text), JsonSerializer.Deserialize<EmailAddress>(JsonSerializer.Serialize(Sample.Mail(text))));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("@b.nl")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b.nl.")]
    [InlineData("a@@b.nl")]
    [InlineData("a@b@c.nl")]
    [InlineData("a b@c.nl")]
    [InlineData("a\u00A0b@c.nl")]
    [InlineData("a\u2028b@c.nl")]
    [InlineData("a\u0085b@c.nl")]
    [InlineData("<a@b.nl>")]
    [InlineData("\"a\"@b.nl")]
    [InlineData("a@b..nl")]
    [InlineData("a@-b.nl")]
    [InlineData("a@b_c.nl")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@xn--\u00FC.nl")]
    [InlineData("p;devries@b.nl")]
    [InlineData("mailto:a@b.nl")]
    [InlineData("p..devries@b.nl")]
    [InlineData(".devries@b.nl")]
    [InlineData("devries.@b.nl")]
    [InlineData("p.devries(thuis)@b.nl")]
    [InlineData("p,devries@b.nl")]
    [InlineData("a@b.nl;c@d.nl")]
    [InlineData("a@b.nl,")]
    [InlineData("a@b,nl")]
    [InlineData("Anna <a@b.nl>")]
    [InlineData("Anna a@b.nl")]
    [InlineData("\"p devries\"@b.nl")]
    [InlineData("a@1.2.3.4")]
    [InlineData("a\u200B@b.nl")]
    [InlineData("\u202Ea@b.nl")]
    [InlineData("a\\b@c.nl")]
    public void TryParse_NoAddress_IsRefused(string text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void TryParse_Bounds_AreThoseOfTheStandard()
    {
        var label = new string('b', 60);
        var domain = $"{label}.{label}.{label}.nl";

        Assert.True(EmailAddress.TryParse($"{new string('a', 64)}@{domain}", out _));
        Assert.False(EmailAddress.TryParse($"{new string('a', 65)}@b.nl", out _));
        Assert.False(EmailAddress.TryParse($"a@{new string('b', 64)}.nl", out _));
        Assert.False(EmailAddress.TryParse($"{new string('a', 64)}@{label}.{label}.{label}.{label}.nl", out _));
    }

    [Fact]
    public void TryParse_ALabelMakesItTooLong_IsRefused()
    {
        var label = string.Concat(Enumerable.Range(0, 14).Select(at => (char)(0x4E00 + (at * 997))));

        Assert.True(EmailAddress.TryParse($"a@{label}.{label}.{label}.{label}.nl", out _));
        Assert.False(EmailAddress.TryParse($"{new string('a', 64)}@{label}.{label}.{label}.{label}.nl", out _));
    }

    [Theory]
    [InlineData("p;devries@b.nl")]
    [InlineData("p..devries@b.nl")]
    [InlineData("p.devries(thuis)@b.nl")]
    public void Read_WhatAnEarlierVersionTook_IsStillRead(string text) =>
        Assert.Equal(text, JsonSerializer.Deserialize<EmailAddress>($"\"{text}\"")!.ToString());

    [Theory]
    [InlineData("a@gmial.com", "gmail.com")]
    [InlineData("a@gmail.con", "gmail.com")]
    [InlineData("a@hotmial.nl", "hotmail.nl")]
    [InlineData("a@hotmal.com", "hotmail.com")]
    [InlineData("a@GMAIL.COM", null)]
    [InlineData("a@googlemail.com", null)]
    [InlineData("a@outlook.nl", null)]
    [InlineData("a@mc.com", null)]
    [InlineData("a@voorbeeld.nl", null)]
    public void DomainHint_OneErrorFromADomainOfMany_SaysWhich(string address, string? meant) =>
        Assert.Equal(meant, EmailDomainHint.For(Sample.Mail(address)));

    [Fact]
    public void Equals_OtherThings_AreNotEqual()
    {
        Assert.False(Sample.Own.Equals(null));
        Assert.False(Sample.Own.Equals((object)"anna@voorbeeld.nl"));
    }
}
