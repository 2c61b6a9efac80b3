using System.Text.Json;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Domain.Values;

public sealed class ActivationCodeTests
{
    private const string Secret = "KANARIE-0001";
    private static readonly Regex Pattern = new("^[A-Z0-9-]{8,20}$");
    private static readonly ActivationCode Code = ActivationCode.TryCreate(Secret, Pattern)!;
    private static readonly Letter Letter = new(FixedEpoch.Key(CaseNumber.Of(2026, 1), 5), "R501", ["a", "b", "c"], Code);

    [Fact]
    public void ToString_InAnyHolder_NeverShowsIt()
    {
        Assert.DoesNotContain(Secret, Code.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{Letter} {new CodeReading(Code, null)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsRefusedBothWays()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Code));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Letter));
        var read = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<ActivationCode>($"\"{Secret}\""));
        Assert.DoesNotContain(Secret, read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reflection_FindsNoPublicWayToIt() =>
        Assert.Empty(
            typeof(ActivationCode).GetProperties().Select(property => property.Name).Concat(
                typeof(ActivationCode).GetFields().Select(field => field.Name)));

    [Fact]
    public void Fingerprint_IsTheSameForTheSameCodeAndKeyOnly()
    {
        var print = Code.Fingerprint(new byte[32]);

        Assert.Equal(print, ActivationCode.TryCreate(Secret, Pattern)!.Fingerprint(new byte[32]));
        Assert.NotEqual(print, Code.Fingerprint([.. Enumerable.Repeat((byte)1, 32)]));
        Assert.NotEqual(print, ActivationCode.TryCreate("KANARIE-0002", Pattern)!.Fingerprint(new byte[32]));
        Assert.Matches("^[0-9a-f]{64}$", print);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KORT")]
    [InlineData("kanarie-0001")]
    [InlineData("KANARIE-0001\n")]
    [InlineData("KANARIE 0001")]
    [InlineData("KANARIE-0001-0001-0001")]
    public void TryCreate_TextThatDoesNotMatch_IsNone(string? text) => Assert.Null(ActivationCode.TryCreate(text, Pattern));

    [Fact]
    public void TryCreate_Overlong_IsNoneWhateverThePattern() =>
        Assert.Null(ActivationCode.TryCreate(new string('A', 100_000), new Regex(".*")));
}
