namespace ActivationWizard.Tests.Kit.App;

/// <summary>Waits for something that happens by itself; fails when it takes too long.</summary>
internal static class Waiting
{
    public static async Task ForAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
            await Task.Delay(25, limit.Token);
    }
}
