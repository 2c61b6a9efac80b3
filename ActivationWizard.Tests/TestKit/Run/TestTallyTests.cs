using Microsoft.Testing.Platform.Extensions.Messages;

namespace ActivationWizard.Tests.TestKit.Run;

public sealed class TestTallyTests
{
    [Fact]
    public void Count_EveryEndOfATest_IsPassedFailedOrSkipped()
    {
        var tally = new TestTally();
        TestNodeStateProperty?[] states =
        [
            null, DiscoveredTestNodeStateProperty.CachedInstance, InProgressTestNodeStateProperty.CachedInstance,
            PassedTestNodeStateProperty.CachedInstance, PassedTestNodeStateProperty.CachedInstance,
            PassedTestNodeStateProperty.CachedInstance, SkippedTestNodeStateProperty.CachedInstance,
            new FailedTestNodeStateProperty("no"), new ErrorTestNodeStateProperty("broken"),
        ];

        foreach (var state in states) tally.Count(state);

        Assert.Equal("3 passed, 2 failed, 1 skipped", tally.ToString());
    }
}
