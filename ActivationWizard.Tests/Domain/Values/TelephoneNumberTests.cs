using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>One number, however it is written.</summary>
public sealed class TelephoneNumberTests
{
    [Theory]
    [InlineData("0612345678")]
    [InlineData("06-12345678")]
    [InlineData("06 1234 56 78")]
    [InlineData("+31612345678")]
    [InlineData("+31 (0)6-12 34 56 78")]
    [InlineData("0031 6 12345678")]
    public void TryParse_AnyNotation_IsTheSameNumber(string text)
    {
        Assert.True(TelephoneNumber.TryParse(text, out var number));

        Assert.Equal(("0612345678", "+31612345678"), ($"{number}", number.International));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("061234567")]
    [InlineData("06123456789")]
    [InlineData("0012345678")]
    [InlineData("1612345678")]
    [InlineData("+32612345678")]
    [InlineData("06-1234567a")]
    public void TryParse_NoDutchNumber_IsNone(string? text) => Assert.False(TelephoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("0612345678", "0612345678 06-12345678 +31612345678")]
    [InlineData("0401234567", "0401234567 040-1234567 0401-234567 +31401234567")]
    public void WrittenForms_OfMobileAndFixed_AreThoseOfRegisters(string text, string forms)
    {
        Assert.True(TelephoneNumber.TryParse(text, out var number));

        Assert.Equal(forms, string.Join(' ', number.WrittenForms));
    }
}
