using System.Globalization;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;

namespace ActivationWizard.Tests.TestKit.Run;

/// <summary>Counts how tests ended, for the last line of a run: <c>N passed, N failed, N skipped</c>.</summary>
public sealed class TestTally : IDataConsumer
{
    private int _passed;
    private int _failed;
    private int _skipped;

    public string Uid => nameof(TestTally);
    public string Version => "1.0.0";
    public string DisplayName => "Test tally";
    public string Description => "Counts how tests ended";
    public Type[] DataTypesConsumed => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task ConsumeAsync(IDataProducer dataProducer, IData value, CancellationToken cancellationToken)
    {
        Count(((TestNodeUpdateMessage)value).TestNode.Properties.SingleOrDefault<TestNodeStateProperty>());
        return Task.CompletedTask;
    }

    /// <summary>
    /// Adds one state; a test that is found or still running is not counted, any other end than passed or skipped failed.
    /// </summary>
    public void Count(TestNodeStateProperty? state)
    {
        switch (state)
        {
            case null or DiscoveredTestNodeStateProperty or InProgressTestNodeStateProperty:
                break;
            case PassedTestNodeStateProperty:
                Interlocked.Increment(ref _passed);
                break;
            case SkippedTestNodeStateProperty:
                Interlocked.Increment(ref _skipped);
                break;
            default:
                Interlocked.Increment(ref _failed);
                break;
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {_failed} failed, {_skipped} skipped");
}
