using Microsoft.Testing.Platform.Extensions.Messages;

namespace ActivationWizard.Tests.Kit.Run;

public sealed class TestTallyTests
{
    [Fact]
    public void Count_EveryEndOfATest_IsPassedFailedOrSkippedAndNamedWhenItFailed()
    {
        var tally = new TestTally();
        TestNodeStateProperty?[] states =
        [
            null, DiscoveredTestNodeStateProperty.CachedInstance, InProgressTestNodeStateProperty.CachedInstance,
            PassedTestNodeStateProperty.CachedInstance, PassedTestNodeStateProperty.CachedInstance,
            PassedTestNodeStateProperty.CachedInstance, SkippedTestNodeStateProperty.CachedInstance,
            new FailedTestNodeStateProperty(new InvalidOperationException("not\nso")), new ErrorTestNodeStateProperty("broken"),
        ];

        foreach (var state in states) tally.Count("Letter_IsSent", state);

        Assert.Equal(
            ["failed: Letter_IsSent: not so", "failed: Letter_IsSent: broken", "3 passed, 2 failed, 1 skipped"],
            tally.ToString().Split(Environment.NewLine));
    }
}
