namespace ActivationWizard.App.AccessRequest;

/// <summary>What answering a tenant who asks what is known uses.</summary>
public static class AccessRequestRegistration
{
    public static IServiceCollection AddAccessRequest(this IServiceCollection services) =>
        services.AddSingleton<AccessRequestDesk>();
}
