using System.Text.Json;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>What nobody may get into a value, whichever it is.</summary>
public sealed class BadTextTests
{
    public static TheoryData<string?> Bad =>
    [
        (string?)null, "", " ", "\t\r\n", new string('a', 100_000), new string('1', 100_000), "\0", "12\0", "1234AB\0",
        "a@b.nl\0x",
        "a@b.nl\r\nBcc: x@y.nl", "%", "_", "' OR 1=1 --", "<b>12</b>", "\u202Ea@b.nl", "a\u200B@b.nl", "1\u03012",
        "12\u0301",
        "-1", "9223372036854775808", "\uFF11\uFF12", "\u0661\u0662\u0663\u0664AB", "2026-9223372036854775808", "0000AA", "0123AB",
        "\uD800",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public void TryParse_BadText_IsFalseAndNeverThrows(string? text)
    {
        Assert.False(Postcode.TryParse(text, out _));
        Assert.False(HouseNumber.TryParse(text, out _));
        Assert.False(EmailAddress.TryParse(text, out _));
        Assert.False(CaseNumber.TryParse(text, out _));
        Assert.False(EffectKey.TryParse(text, out _));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"onzin\"")]
    [InlineData("12")]
    [InlineData("{}")]
    [InlineData("[\"a@b.nl\"]")]
    public void Read_JsonThatIsNoValue_IsAJsonException(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Postcode>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<HouseNumber>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EmailAddress>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CaseNumber>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EffectKey>(json));
    }

    [Theory]
    [InlineData("1234AB", "1234AB")]
    [InlineData("1234 ab", "1234AB")]
    [InlineData(" 1234  Ab ", "1234AB")]
    [InlineData("1234\u00A0AB", "1234AB")]
    [InlineData("\u200B1234\u2009AB\uFEFF", "1234AB")]
    public void Postcode_GoodText_IsKeptCompact(string text, string kept)
    {
        Assert.True(Postcode.TryParse(text, out var value));
        Assert.Equal((kept, "1234 AB"), (value.ToString(), value.Spaced));
        Assert.Equal(value, JsonSerializer.Deserialize<Postcode>(JsonSerializer.Serialize(value)));
    }

    [Theory]
    [InlineData("1234A")]
    [InlineData("1234ABC")]
    [InlineData("12345")]
    [InlineData("1234a\u017F")]
    [InlineData("1234A\u212A")]
    [InlineData("1234AB 1234AB 1234AB 12")]
    public void Postcode_NearlyGood_IsRefused(string text) => Assert.False(Postcode.TryParse(text, out _));

    [Theory]
    [InlineData("2026-00412", 2026, 412)]
    [InlineData("2999-9999999", 2999, 9_999_999)]
    [InlineData("2000-00001", 2000, 1)]
    public void CaseNumber_GoodText_RoundTrips(string text, int year, int ordinal)
    {
        Assert.True(CaseNumber.TryParse(text, out var value));
        Assert.Equal(CaseNumber.Of(year, ordinal), value);
        Assert.Equal(text, value.ToString());
        Assert.Equal(value, JsonSerializer.Deserialize<CaseNumber>(JsonSerializer.Serialize(value)));
    }

    [Theory]
    [InlineData("2026-00000")]
    [InlineData("2026-0412")]
    [InlineData("1999-00001")]
    [InlineData("2026-000412")]
    [InlineData("2026-10000000")]
    [InlineData("2026-00412\n")]
    public void CaseNumber_OutOfBounds_IsRefused(string text) => Assert.False(CaseNumber.TryParse(text, out _));

    [Theory]
    [InlineData(1999, 1)]
    [InlineData(3000, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, -1)]
    [InlineData(2026, 10_000_000)]
    public void CaseNumber_OfOutOfBounds_Throws(int year, int ordinal) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Of(year, ordinal));

    [Fact]
    public void EffectKey_IsTheSameForTheSameEffectAndShort()
    {
        var key = FixedEpoch.Key(CaseNumber.Of(2999, 9_999_999), 9_999_999);

        Assert.Equal(key, FixedEpoch.Key(CaseNumber.Of(2999, 9_999_999), 9_999_999));
        Assert.InRange(key.ToString().Length, 1, 35);
        Assert.True(EffectKey.TryParse(key.ToString(), out var parsed));
        Assert.Equal(key, parsed);
        Assert.Equal("AW-2026-00412-007-K7MPQX-3XT9", FixedEpoch.Key(CaseNumber.Of(2026, 412), 7).ToString());
    }

    [Theory]
    [InlineData("AW-2026-00412-007")]
    [InlineData("AW-2026-00412-007-K7MPQX-3XT9")]
    public void EffectKey_OfAnyVersion_IsReadAsItIs(string text)
    {
        Assert.True(EffectKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData("AW-2026-00412-007-")]
    [InlineData("AW-2026-00412-007-K7MPQX")]
    [InlineData("AW-2026-00412-007-k7mpqx-3xt9")]
    [InlineData("AW-2026-00412-007-K7MP0X-3XT9")]
    [InlineData("AW-2026-00412-007-K7MPQX-3XT9\n")]
    public void EffectKey_OfNoEpoch_IsRefused(string text) => Assert.False(EffectKey.TryParse(text, out _));

    [Fact]
    public void Epoch_MadeAnew_SharesNothingButTheInstallationWithTheNext()
    {
        var first = Epoch.First();
        var next = first.Next();

        Assert.True(Epoch.TryParse(first.ToString(), out var parsed));
        Assert.Equal(first, parsed);
        Assert.Equal((first.Installation, Epoch.Length), (next.Installation, next.ToString().Length));
        Assert.NotEqual(first.Name, next.Name);
        Assert.NotEqual(first.Installation, Epoch.First().Installation);
    }
}
