using ActivationWizard.App.Desk;
using ActivationWizard.App.Journal;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.App.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Browser;

/// <summary>The whole app as a demonstration starts it: simulators with their people, and the work list they fill.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    public ShellApp App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var queries = App.Services.GetRequiredService<CaseQueries>();
        var deadline = TimeProvider.System.GetUtcNow().AddMinutes(1);
        while ((await queries.WorkListAsync(Actors.Els, WorkListFilter.All, default)).Count < SandboxSeeds.Requests.Count)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "the work list is not filled");
            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync()
    {
        App.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The case of a seeded request, by the name on it.</summary>
    public async Task<ActivationCase> CaseOfAsync(string name)
    {
        var entries = await App.Services.GetRequiredService<ICaseJournal>().ReadAsync(await NumberOfAsync(name), default);
        return ActivationCase.Fold(entries);
    }

    private async Task<CaseNumber> NumberOfAsync(string name)
    {
        var queries = App.Services.GetRequiredService<CaseQueries>();
        var open = await queries.WorkListAsync(Actors.Els, WorkListFilter.All, default);
        if (open.FirstOrDefault(one => one.Name == name) is { } found)
            return found.Number;
        var finished = await App.Services.GetRequiredService<FinishedCases>().PageAsync(Actors.Els, name, null, 25, default);
        return finished.Cases[0].Number;
    }
}

/// <summary>The people of the demonstration, for queries.</summary>
internal static class Actors
{
    public static Actor Sanne => ActivationWizard.App.Access.DemoPeople.Sanne;

    public static Actor Tom => ActivationWizard.App.Access.DemoPeople.Tom;

    public static Actor Els => ActivationWizard.App.Access.DemoPeople.Els;
}
