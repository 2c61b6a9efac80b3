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
                await app.StopAsync();
                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }
}
