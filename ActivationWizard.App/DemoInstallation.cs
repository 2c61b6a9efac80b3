using System.CommandLine;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Templates;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App;

/// <summary>The demonstration of this program.</summary>
internal sealed class DemoInstallation : IDemonstration
{
    public SettingsSection Settings => SandboxSettings.Declared;

    public IReadOnlyList<Actor> People => DemoPeople.All;

    public Type SignInForm => typeof(DemoSignIn);

    public Command Command => SandboxCommand.Create();

    public ISimulators Read(SettingsReader read, Installation installation) => SandboxSettings.Read(read, installation);

    public void AddDefaults(IConfigurationManager configuration) => DemoDefaults.Add(configuration, configuration);

    public void AddRequests(IServiceCollection services, bool havePost)
    {
        if (havePost)
            services.AddHostedService<DemoChoices>();
        services.AddHostedService<DemoRequests>();
    }
}

/// <summary>Includes it.</summary>
public static partial class Demonstration
{
    static partial void Include(ref IDemonstration? found) => found = new DemoInstallation();
}
