using ActivationWizard.App.Journal;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ActivationWizard.App.SystemChecks;

/// <summary>What tries the settings against the real things.</summary>
public static class ChecksRegistration
{
    /// <summary>Adds it; the journal and the systems are registered by others.</summary>
    public static IServiceCollection AddSystemChecks(this IServiceCollection services, SignInOptions signIn)
    {
        services.TryAddSingleton<IdentityEndpoints>();
        services.TryAddSingleton<JournalTrial>();
        return services
            .AddSingleton<IOwnCheck>(provider => ActivatorUtilities.CreateInstance<SignInCheck>(provider, signIn))
            .AddSingleton<IOwnCheck, DatabaseCheck>()
            .AddSingleton<IOwnCheck, DiskCheck>()
            .AddSingleton<InstallationCheck>()
            .AddSingleton<CheckDesk>();
    }
}
