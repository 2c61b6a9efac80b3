using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// The product in a process of its own, started by its own entry point, with three things added: a control line on loopback, the
/// seam at which it kills itself, and a planted mistake when one is asked for. None of them is in the released build.
/// </summary>
internal sealed class FaultHost : WebApplicationFactory<Program>
{
    /// <summary>The command-line word that makes this executable the app under test.</summary>
    public const string Switch = "--fault-host";

    private readonly Dictionary<string, string> _settings;
    private readonly KillPlan _plan;

    private FaultHost(Dictionary<string, string> settings)
    {
        _settings = settings;
        _plan = new KillPlan(TimeProvider.System)
        {
            ArrivalsFile = settings[FaultHostSettings.Arrivals],
        };
        _plan.Arm(FaultHostSettings.Points(settings));
        UseKestrel();
        StartServer();
    }

    /// <summary>Runs until it is told to stop, killed, or left alone: its input ends with the run that started it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = FaultHostSettings.Read(args);
        await using var host = new FaultHost(settings);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStopped.Register(() => stopped.TrySetResult());
        await Console.Out.WriteLineAsync($"{FaultHostSettings.Ready} {await AddressAsync(host.Services, lifetime)}");
        await Console.Out.FlushAsync();
        using var input = new StreamReader(Console.OpenStandardInput());
        await Task.WhenAny(stopped.Task, input.ReadToEndAsync());
        return 0;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(Add);
    }

    // Only once it has started the server knows the port that it was given.
    private static async Task<string> AddressAsync(IServiceProvider services, IHostApplicationLifetime lifetime)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task;
        return services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    private void Add(IServiceCollection services)
    {
        // The demonstration's own work list says nothing here and takes time at every start.
        services.Remove(services.Single(service => service.ImplementationType == typeof(DemoRequests)));
        if (!_settings.ContainsKey(FaultHostSettings.JustBegun))
            services.AddHostedService<LearntBefore>();
        services.AddSingleton(_plan).AddSingleton<ActTimes>();
        var clock = new MovedTime
        {
            By = TimeSpan.FromSeconds(FaultHostSettings.Seconds(_settings, FaultHostSettings.ClockAhead)),
        };
        services.AddSingleton(clock);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        Mistakes.Add(services, Enum.Parse<Mistake>(_settings.GetValueOrDefault(FaultHostSettings.Mistake, nameof(Mistake.None))));
        KillSeam.Add(services);
        if (_settings.TryGetValue(FaultHostSettings.MailKill, out var file))
            MailSeam.Add(services, file);
        services.AddSingleton<IStartupFilter, ControlLine>();
    }
}
