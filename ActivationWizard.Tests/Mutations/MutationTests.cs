using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Mutations;

/// <summary>Runs when everything else is done: what is slowed down by other tests would count as noticed.</summary>
[CollectionDefinition(nameof(MutationTests), DisableParallelization = true)]
[Collection(nameof(MutationTests))]
[Nightly("an hour, and it uses the whole machine")]
public sealed class MutationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Parts => [.. MutationPart.All.Select(part => part.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Mistakes_PlantedOneByOne_AreNoticed(string name)
    {
        var part = MutationPart.All.Single(one => one.Name == name);
        var report = await MutationSuite.RunPartAsync(part);

        output.WriteLine(report.ToString());
        Assert.NotEmpty(report.Scores);
        Assert.All(report.Scores, score => Assert.True(
            score.Value >= MutationPart.LowestScore,
            $"{score.Key}: {score.Value:0.0} %\n{string.Join('\n', report.Survivors.Where(one => one.Folder == score.Key))}"));
    }
}
