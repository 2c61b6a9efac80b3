namespace ActivationWizard.App.Hosting;

/// <summary>Runs the app to its end.</summary>
internal static class OrderlyRun
{
    /// <summary>
    /// Ends when the app is told to stop. What a start that fails had begun before ends in good order as well; then it throws
    /// what the start failed of.
    /// </summary>
    public static async Task RunInOrderAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception)
            {
                await StopQuietlyAsync(app);
                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }

    // What the start failed of is told, and not what came of it.
    private static async Task StopQuietlyAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception)
        {
            // Some of it had not begun.
        }
    }
}
