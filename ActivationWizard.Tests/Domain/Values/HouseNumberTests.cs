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
    [InlineData("12-3", 12, null, "3", "12-3")]
    [InlineData("99999", 99999, null, null, "99999")]
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
    [InlineData("12 A B C")]
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
    [InlineData("12", null, "1234567")]
    [InlineData("12", null, "A;B")]
    [InlineData("x", "A", "B")]
    public void TryCreate_PartsThatDoNotFit_IsRefused(string? number, string? letter, string? addition) =>
        Assert.False(HouseNumber.TryCreate(number, letter, addition, out _));

    [Fact]
    public void Equals_LetterAndAddition_AreDifferentAddresses() =>
        Assert.NotEqual(Sample.At("5611AB", "12 A"), Sample.At("5611AB", "12-A"));

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
