using System.CommandLine;
using ActivationWizard.App.Hosting;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App;

/// <summary>Simulators of the other systems, which an installation starts or finds.</summary>
public interface ISimulators
{
    /// <summary>Whether their mailbox has Mailsjablonen and mails in it.</summary>
    bool HavePost { get; }

    /// <summary>
    /// Where they are. Those that are started here stop with the host, after everything that calls them; <c>Ends</c> stops them
    /// where no host is started, and is null for others.
    /// </summary>
    Task<(SandboxAddresses Addresses, IAsyncDisposable? Ends)> AddToAsync(WebApplicationBuilder builder);
}

/// <summary>
/// What only a demonstration has: simulators, people, requests. A program that is published for production is compiled without
/// it: its files are called Demo… and Sandbox…, beside what they are a demonstration of.
/// </summary>
public interface IDemonstration
{
    /// <summary>The settings of the simulators.</summary>
    SettingsSection Settings { get; }

    /// <summary>Whom the product can be tried as.</summary>
    IReadOnlyList<Actor> People { get; }

    /// <summary>The component by which one of them is chosen; it has a parameter <c>ReturnUrl</c>.</summary>
    Type SignInForm { get; }

    /// <summary>Runs the simulators as a process of their own.</summary>
    Command Command { get; }

    /// <summary>Reads the settings.</summary>
    ISimulators Read(SettingsReader read, Installation installation);

    /// <summary>Adds what its settings are where nobody says otherwise, below everything that is set.</summary>
    void AddDefaults(IConfigurationManager configuration);

    /// <summary>Adds what sends the requests of the work list, and what comes before them.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="havePost"><see cref="ISimulators.HavePost"/>.</param>
    void AddRequests(IServiceCollection services, bool havePost);
}

/// <summary>The demonstration that this program was compiled with.</summary>
public static partial class Demonstration
{
    /// <summary>Null in a program that was published for production.</summary>
    public static IDemonstration? Included { get; } = Find();

    private static IDemonstration? Find()
    {
        IDemonstration? found = null;
        Include(ref found);
        return found;
    }

    static partial void Include(ref IDemonstration? found);
}
