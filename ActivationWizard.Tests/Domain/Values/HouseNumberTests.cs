using System.Text.Json;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Values;

public sealed class HouseNumberTests
{
    [Theory]
    [InlineData("12", 12, null, null, "12")]
    [InlineData(" 12a ", 12, "A", null, "12 A")]
    [InlineData("12 A", 12, "A", null, "12 A")]
    [InlineData("12-A", 12, null, "A", "12-A")]
    [InlineData("12-A/III", 12, "A", "III", "12 A-III")]
    [InlineData("12 A-III", 12, "A", "III", "12 A-III")]
    [InlineData("12a 3", 12, "A", "3", "12 A-3")]
    [InlineData("12 bis", 12, null, "BIS", "12-BIS")]
    [InlineData("12 a bis", 12, "A", "BIS", "12 A-BIS")]
    [InlineData("12-3", 12, null, "3", "12-3")]
    [InlineData("99999", 99999, null, null, "99999")]
    [InlineData("12\u2013A", 12, null, "A", "12-A")]
    [InlineData("12\u00A0a\u200B bis", 12, "A", "BIS", "12 A-BIS")]
    [InlineData("\uFEFF12", 12, null, null, "12")]
    [InlineData("12hs", 12, null, "HS", "12-HS")]
    [InlineData("12 A B C", 12, "A", "BC", "12 A-BC")]
    [InlineData("12-14", 12, null, "14", "12-14")]
    [InlineData("12-0", 12, null, "0", "12-0")]
    [InlineData("12 unit 5", 12, null, "UNIT5", "12-UNIT5")]
    [InlineData("nr. 12", 12, null, null, "12")]
    [InlineData("t.o. 12", 12, null, "TO", "12-TO")]
    [InlineData("T/O 12a", 12, "A", "TO", "12 A-TO")]
    [InlineData("tegenover 12", 12, null, "TO", "12-TO")]
    [InlineData("bij 12", 12, null, "BIJ", "12-BIJ")]
    [InlineData("woonboot 12", 12, null, "WB", "12-WB")]
    public void TryParse_TheWaysPeopleWriteIt_IsReadApart(
        string text, int number, string? letter, string? addition, string written)
    {
        Assert.True(HouseNumber.TryParse(text, out var value));
        Assert.Equal((number, letter, addition), (value.Number, value.Letter, value.Addition));
        Assert.Equal(written, value.ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("012")]
    [InlineData("100000")]
    [InlineData("A")]
    [InlineData("postbus 12")]
    [InlineData("12 begane grond")]
    [InlineData("12, 14")]
    [InlineData("12\0")]
    [InlineData("12-ABCDEFG")]
    [InlineData("12;A")]
    [InlineData("12 \u00C9")]
    public void TryParse_OutOfBounds_IsRefused(string text) => Assert.False(HouseNumber.TryParse(text, out _));

    [Theory]
    [InlineData("12", null, null)]
    [InlineData("12", "A", null)]
    [InlineData("12", null, "A")]
    [InlineData("12", "", " a ")]
    [InlineData("12", "A", "B")]
    [InlineData("12", "A", "III")]
    [InlineData("12", null, "3")]
    [InlineData("12", null, "BIS")]
    public void TryCreate_Apart_StaysApartThroughTextAndJson(string number, string? letter, string? addition)
    {
        Assert.True(HouseNumber.TryCreate(number, letter, addition, out var value));
        Assert.Equal(string.IsNullOrWhiteSpace(letter) ? null : letter, value.Letter);
        Assert.Equal(string.IsNullOrWhiteSpace(addition) ? null : addition.Trim().ToUpperInvariant(), value.Addition);
        Assert.True(HouseNumber.TryParse(value.ToString(), out var read));
        Assert.Equal(value, read);
        Assert.Equal(value, JsonSerializer.Deserialize<HouseNumber>(JsonSerializer.Serialize(value)));
    }

    [Theory]
    [InlineData(null, "A", null)]
    [InlineData("12-3", null, "4")]
    [InlineData("12-3", null, "\u200B4")]
    [InlineData("12", null, "1234567")]
    [InlineData("12", null, "A;B")]
    [InlineData("x", "A", "B")]
    public void TryCreate_PartsThatDoNotFit_IsRefused(string? number, string? letter, string? addition) =>
        Assert.False(HouseNumber.TryCreate(number, letter, addition, out _));

    [Theory]
    [InlineData("12 A", "12-A", true)]
    [InlineData("12a bis", "12-A/BIS", true)]
    [InlineData("12", "12-0", false)]
    [InlineData("12-1", "121", false)]
    [InlineData("12", "t.o. 12", false)]
    public void Equals_WhatStandsBehindTheNumberJoined_IsCompared(string one, string other, bool same)
    {
        Assert.Equal(same, Sample.At("5611AB", one) == Sample.At("5611AB", other));
        Assert.Equal(same, Sample.At("5611AB", one).GetHashCode() == Sample.At("5611AB", other).GetHashCode());
        Assert.Equal(other is not "121", Sample.At("5611AB", one).IsAtNumberOf(Sample.At("5611AB", other)));
    }

    [Fact]
    public void Address_IsWrittenByNen5825()
    {
        var address = DutchAddress.TryCreate(" Kerkstraat ", "5611 ab", "12", "A", "III", " 's-Gravenhage ");

        Assert.Equal(
            ["A. van den Berg", "Kerkstraat 12 A-III", "5611 AB  'S-GRAVENHAGE"], address!.EnvelopeOf("A. van den Berg"));
        Assert.Equal("Kerkstraat 12 A-III, 5611 AB 's-Gravenhage", address.ToString());
        Assert.Equal("5611 AB 12 A-III", address.Key.ToString());
    }

    [Theory]
    [InlineData(null, "5611AB", "12", "Eindhoven")]
    [InlineData(" ", "5611AB", "12", "Eindhoven")]
    [InlineData("Kerkstraat", "0011AB", "12", "Eindhoven")]
    [InlineData("Kerkstraat", null, "12", "Eindhoven")]
    [InlineData("Kerkstraat", "5611AB", null, "Eindhoven")]
    [InlineData("Kerkstraat", "5611AB", "12", "")]
    [InlineData("Kerkstraat\nt.a.v. Ander", "5611AB", "12", "Eindhoven")]
    [InlineData("Kerkstraat", "5611AB", "12", "Eindhoven\0")]
    public void Address_PartMissing_IsAProblem(string? street, string? postcode, string? number, string? town) =>
        Assert.Null(DutchAddress.TryCreate(street, postcode, number, null, null, town));
}
