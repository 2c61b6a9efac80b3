using ActivationWizard.App.Replay;

namespace ActivationWizard.Tests.App.Replay;

public sealed class AskedMomentTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("1", 1)]
    [InlineData("31", 31)]
    [InlineData("017", 17)]
    public void Read_EventOfTheCase_IsThatEvent(string? text, int expected) =>
        Assert.Equal(new AskedMoment(expected, null), AskedMoment.Read(text, 31));

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("32", 31)]
    [InlineData("9223372036854775808", 31)]
    [InlineData("-9223372036854775809", 1)]
    [InlineData("zeven", 1)]
    [InlineData("1,5", 1)]
    [InlineData("1e3", 1)]
    [InlineData(" ", 1)]
    [InlineData("<b>7</b>", 1)]
    [InlineData("' OR 1=1", 1)]
    public void Read_NoEventOfTheCase_IsTheNearestAndSaysSo(string text, int nearest) =>
        Assert.Equal(new AskedMoment(nearest, text), AskedMoment.Read(text, 31));

    [Fact]
    public void Read_EndlessText_IsCutShort() => Assert.Equal(41, AskedMoment.Read(new string('9', 100_000), 31).Refused!.Length);
}
