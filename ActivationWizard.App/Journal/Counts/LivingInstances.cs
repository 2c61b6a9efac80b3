using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Counts;

/// <summary>Which processes of the installation live, by the clock of the database.</summary>
public sealed class LivingInstances(IDbContextFactory<JournalContext> contexts, IJournalWriter writer)
{
    /// <summary>How long one that is not seen any more counts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly string _me = $"{Guid.NewGuid():N}";

    /// <summary>This one lives; those that are gone are forgotten.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        await writer.WriteAsync(
            new CountStatement("instances", CountSql.InstanceLives, ("@instance", _me)), cancellation);
        await writer.WriteAsync(new CountStatement("instances", CountSql.ForgetInstances, LifeOf()), cancellation);
    }

    /// <summary>This one ends.</summary>
    public Task LeaveAsync(CancellationToken cancellation) => writer.WriteAsync(
        new CountStatement("instances", CountSql.InstanceEnds, ("@instance", _me)), cancellation);

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var asking = new CountStatement("instances", CountSql.Instances, LifeOf());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await asking.ReadAsync(context, cancellation);
        return (int)asking.Given[0];
    }

    private static (string Name, object Value) LifeOf() => ("@life", (long)Life.TotalMilliseconds);
}
