using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.Integrations.Sandbox;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary><c>--sandbox</c>: the simulators of a demonstration as a process of their own.</summary>
public static class SandboxCommand
{
    private const string Name = "--sandbox";

    /// <summary>Runs until the process is told to end; throws for a production installation.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Runs the simulators of a demonstration alone, until the process is told to end.");
        command.SetAction((parsed, _) => RunAsync([.. parsed.UnmatchedTokens], parsed.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var settings = AppSettings.Of(ContentRoot.CreateBuilder(args));
        if (!settings.Installation.IsDemo)
            throw new OptionsValidationException(Name, typeof(SandboxOptions), [$"{Name} is for Installation:Mode Demo."]);

        await SandboxProcess.RunAsync(((SandboxSettings)settings.Sandbox!).Options, TimeProvider.System, output);
        return 0;
    }
}
