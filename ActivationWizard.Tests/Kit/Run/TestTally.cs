using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// Counts how tests ended, for the last line of a run: <c>N passed, N failed, N skipped</c>, and names those that failed just
/// above it: in a log of which only the end is kept they are still to be read.
/// </summary>
public sealed class TestTally : IDataConsumer
{
    private const int LongestReason = 600;

    private readonly ConcurrentQueue<string> _failures = new();
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
        var test = ((TestNodeUpdateMessage)value).TestNode;
        Count(test.DisplayName, test.Properties.SingleOrDefault<TestNodeStateProperty>());
        return Task.CompletedTask;
    }

    /// <summary>
    /// Adds one state; a test that is found or still running is not counted, any other end than passed or skipped failed.
    /// </summary>
    public void Count(string test, TestNodeStateProperty? state)
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
                _failures.Enqueue($"failed: {test}: {Reason(state)}");
                break;
        }
    }

    /// <summary>A line for each test that failed, and the counts.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _failures.Append(
        string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {_failed} failed, {_skipped} skipped")));

    private static string Reason(TestNodeStateProperty state)
    {
        var said = (state switch
        {
            FailedTestNodeStateProperty failed => failed.Exception?.Message,
            ErrorTestNodeStateProperty error => error.Exception?.Message,
            TimeoutTestNodeStateProperty timeout => timeout.Exception?.Message,
            _ => null,
        } ?? state.Explanation ?? state.GetType().Name).ReplaceLineEndings(" ");
        return said.Length > LongestReason ? $"{said[..LongestReason]}…" : said;
    }
}
