using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// Keeps the windows of a test open until it is known how the test ended. Of a test that failed, each of its windows, and of
/// those its class shares, leaves a screenshot and Playwright's trace under <c>artifacts/</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class BrowserEvidenceAttribute : BeforeAfterTestAttribute
{
    /// <summary>The windows that are open, by the test or the class that opened them.</summary>
    private static readonly ConcurrentDictionary<BrowserWindow, (object? Test, object? Class)> Open = new();

    private static readonly ConcurrentBag<Task> Ends = [];

    /// <summary>Where the evidence is: in the repository's folder, which git leaves alone.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "artifacts");

    /// <summary>Notes a window that was opened.</summary>
    internal static void Note(BrowserWindow window) =>
        Open[window] = (TestContext.Current.Test, TestContext.Current.TestClass);

    /// <summary>Whether the window is closed after the test by itself; if not, whoever opened it closes it now.</summary>
    internal static bool ClosesAfterTest(BrowserWindow window)
    {
        if (Open.TryGetValue(window, out var owner) && owner.Test is not null && owner.Test == TestContext.Current.Test)
            return true;
        Open.TryRemove(window, out _);
        return false;
    }

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        var isFailed = TestContext.Current.TestState?.Result is TestResult.Failed;
        var name = $"{methodUnderTest.DeclaringType?.Name}.{methodUnderTest.Name}";
        Ends.Add(EndAsync(test, test.TestMethod.TestClass, isFailed ? name : null));
    }

    /// <summary>All windows of tests that have ended are closed, and what they leave is written.</summary>
    internal static Task EndedAsync() => Task.WhenAll(Ends);

    // A test's end is told, not awaited, on a thread that other tests need: the windows end by themselves meanwhile.
    private static async Task EndAsync(object test, object testClass, string? failed)
    {
        var own = Open.Where(one => Equals(one.Value.Test, test)).Select(one => one.Key).ToList();
        if (failed is not null)
        {
            var shared = Open.Where(one => one.Value.Test is null && Equals(one.Value.Class, testClass)).Select(one => one.Key);
            foreach (var (window, at) in own.Concat(shared).Select((window, at) => (window, at)))
                await window.KeepAsync(Path.Combine(Folder, $"{failed}-{at + 1}")).ConfigureAwait(false);
        }

        foreach (var window in own)
        {
            Open.TryRemove(window, out _);
            await window.CloseAsync().ConfigureAwait(false);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ActivationWizard.sln")) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }
}
