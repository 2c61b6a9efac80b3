using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ActivationWizard.App.Replay;

/// <summary>What a replay uses beside the journal.</summary>
public static class ReplayRegistration
{
    public static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton<FactsNow>()
        .AddScoped<PlayingLine>().AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<PlayingLine>());
}
