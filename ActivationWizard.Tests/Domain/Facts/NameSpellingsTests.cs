using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>How else a name may be written.</summary>
public sealed class NameSpellingsTests
{
    [Theory]
    [InlineData("Jansen", "janssen")]
    [InlineData("Janssen", "jansen")]
    [InlineData("Dyk", "dijk")]
    [InlineData("Dijk", "dyk")]
    [InlineData("Smid", "smit")]
    [InlineData("Meyer", "meijer")]
    [InlineData("Becker", "beker")]
    [InlineData("Yildis", "yildiz")]
    public void Of_AName_HasTheOneThatSoundsAlike(string name, string other) => Assert.Contains(other, NameSpellings.Of(name));

    [Theory]
    [InlineData("")]
    [InlineData("Bo")]
    [InlineData("...")]
    public void Of_TooLittle_IsNothing(string name) => Assert.Empty(NameSpellings.Of(name));

    [Fact]
    public void Of_ALongName_IsNoMoreThanMayBeAsked() =>
        Assert.InRange(NameSpellings.Of("Schuttevaer-Koekkoek van Zeventer").Count, 1, NameSpellings.Most);
}
