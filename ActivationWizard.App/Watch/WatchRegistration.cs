namespace ActivationWizard.App.Watch;

/// <summary>What watches the installation and tells people.</summary>
public static class WatchRegistration
{
    public static IServiceCollection AddWatch(this IServiceCollection services, AlertSettings settings) => services
        .AddSingleton(settings).AddSingleton<Endings>().AddSingleton<WatchSigns>().AddSingleton<AlertSender>()
        .AddSingleton<WatchRound>().AddSingleton<WatchNotes>().AddHostedService<WatchWork>();
}
