namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// The one way to wait for what happens by itself. There is no deadline that a busy machine could miss: after <see cref="Limit"/>
/// something is broken, and the test fails with what it waited for.
/// </summary>
internal static class Waiting
{
    /// <summary>Longer than anything takes on a machine that has other work too.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <summary>Until it is so.</summary>
    /// <param name="awaited">What is waited for, as a failure says it.</param>
    public static Task ForAsync(string awaited, Func<bool> isSo) =>
        ForAsync(awaited, () => Task.FromResult(isSo()), now => now, now => now ? "so" : "not so");

    /// <summary>Until it is so, however long that takes: for a measure, which has no limit.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(Look, TestContext.Current.CancellationToken);
    }

    /// <summary>Until what is read is as asked, which is returned.</summary>
    /// <param name="awaited">What is waited for, as a failure says it.</param>
    /// <param name="last">The last that was read, as a failure says it.</param>
    public static async Task<T> ForAsync<T>(string awaited, Func<Task<T>> read, Func<T, bool> isSo, Func<T, string> last)
    {
        var until = TimeProvider.System.GetUtcNow() + Limit;
        while (true)
        {
            var now = await read();
            if (isSo(now))
                return now;
            if (TimeProvider.System.GetUtcNow() > until)
                Assert.Fail($"Waited {Limit.TotalMinutes:0} minutes for {awaited}; at last it was {last(now)}.");
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }
}
