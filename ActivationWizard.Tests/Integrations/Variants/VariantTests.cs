using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// Every shape that a field of every message may have, by the standard's own files and by the contracts of the other two systems:
/// a field that no rule needs changes nothing, one that is needed makes unknown what needs it and nothing else.
/// </summary>
public sealed class VariantTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Messages => [.. FactVariants.All];

    /// <summary>All variants of needed fields, one in sixteen of the others.</summary>
    [Theory]
    [Lengthy("a few shapes of each message")]
    [MemberData(nameof(Messages))]
    public Task Facts_OfAMessageInManyShapes_AreThoseOfTheSecondReading(string story, string message) =>
        CompareAsync(story, message, part: 16);

    [Theory]
    [Brief]
    [MemberData(nameof(Messages))]
    public Task Facts_OfAMessageInAFewShapes_AreThoseOfTheSecondReading(string story, string message) =>
        CompareAsync(story, message, part: 97, ofNeeded: 11);

    [Theory]
    [Nightly("fifty thousand variants, the fields that nobody needs among them")]
    [MemberData(nameof(Messages))]
    public Task Facts_OfAMessageInEveryShape_AreThoseOfTheSecondReading(string story, string message) =>
        CompareAsync(story, message, part: 1);

    private async Task CompareAsync(string story, string message, int part, int ofNeeded = 1)
    {
        var tally = await FactVariants.CompareAsync(story, message, part, ofNeeded);

        output.WriteLine(tally.ToString());
        Assert.True(tally.WrongOnes.Count is 0, string.Join('\n', tally.WrongOnes.Take(20)));
        Assert.True(tally is { Tried: > 3, Ignored: > 0 });
    }
}
