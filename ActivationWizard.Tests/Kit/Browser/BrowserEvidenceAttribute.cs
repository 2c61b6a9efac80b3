using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
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
        var own = Open.Where(one => Equals(one.Value.Test, test)).Select(one => one.Key).ToList();
        if (TestContext.Current.TestState?.Result is TestResult.Failed)
        {
            var shared = Open.Where(one => one.Value.Test is null && Equals(one.Value.Class, test.TestMethod.TestClass));
            BrowserWindow[] kept = [.. own, .. shared.Select(one => one.Key)];
            // Waited for, because the next test of the class goes on in the windows they share.
            var name = $"{methodUnderTest.DeclaringType?.Name}.{methodUnderTest.Name}";
            KeepAsync(kept, Path.Combine(Folder, name)).GetAwaiter().GetResult();
        }

        Ends.Add(CloseAsync(own));
    }

    /// <summary>All windows of tests that have ended are closed.</summary>
    internal static Task EndedAsync() => Task.WhenAll(Ends);

    /// <summary>
    /// Writes what the windows leave, numbered; of a window that shows nothing any more, a text that says why.
    /// <paramref name="files"/> is where, without number and ending; a folder that is not there is made.
    /// </summary>
    internal static async Task KeepAsync(IEnumerable<BrowserWindow> windows, string files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(files)!);
        foreach (var (at, window) in windows.Index())
        {
            var file = $"{files}-{at + 1}";
            try
            {
                await window.KeepAsync(file).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
            {
                // The test has failed for its own reason; this is not one more.
                await File.WriteAllTextAsync($"{file}.txt", failure.Message).ConfigureAwait(false);
            }
        }
    }

    // A test's end is told, not awaited, on a thread that other tests need: the windows end by themselves meanwhile.
    private static async Task CloseAsync(List<BrowserWindow> windows)
    {
        foreach (var window in windows)
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
