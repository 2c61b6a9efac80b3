using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>The employees to whom a case can be given: everybody who ever had one, and in a demonstration its people.</summary>
public sealed class Colleagues(CurrentActor current, KnownEmployees known, Installation installation)
{
    /// <summary>By name. Throws <see cref="UnauthorizedAccessException"/> for whoever does not give cases to others.</summary>
    public async Task<IReadOnlyList<Actor>> AllAsync()
    {
        var seen = await known.AllAsync(await current.GetAsync(), CancellationToken.None);
        var demo = installation.IsDemo ? Demonstration.Included!.People.Where(person => person.Role is Role.Employee) : [];
        return [.. seen.Concat(demo)
            .DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
    }
}
