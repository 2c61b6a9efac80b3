using ActivationWizard.App.Hosting;

namespace ActivationWizard.App.Intake;

/// <summary>The ways in for requests.</summary>
public static class IntakeRegistration
{
    /// <summary>Reads the settings at once; throws when one is wrong.</summary>
    public static void AddIntake(this WebApplicationBuilder builder, Installation installation)
    {
        builder.Services.AddSingleton(IntakeSettings.Read(builder.Configuration, installation));
        builder.Services.AddSingleton<RequestIntake>();
        builder.Services.AddOpenApi(IntakeDocument.Describe);
        if (installation.IsDemo)
            builder.Services.AddHostedService<DemoRequests>();
    }
}
