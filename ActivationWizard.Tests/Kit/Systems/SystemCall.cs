using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>What the policy may do with a call.</summary>
internal enum CallKind
{
    /// <summary>A question: may be put again.</summary>
    Read,

    /// <summary>A change with a key that is honoured: may be sent again.</summary>
    KeyedChange,

    /// <summary>Any other change: is sent once, whatever happens.</summary>
    Change,
}

/// <summary>
/// One call of an adapter and the effect it leaves behind. <paramref name="Prepare"/> makes the world ready for it and gives the
/// call itself, which says how it ended.
/// </summary>
internal sealed record SystemCall(string Name, CallKind Kind, string? Effect, Func<Systems, Task<Func<Task<string>>>> Prepare)
{
    /// <summary>Every call of both ports.</summary>
    public static IReadOnlyList<SystemCall> All { get; } =
    [
        Ask("find customers", Account("GER"), one => one.Umbrella.FindCustomersAsync(Systems.Party, default)),
        Ask("find customers at an address", Account("GER"), one => one.Umbrella.FindCustomersAtAsync(Systems.Home, default)),
        Ask("read account", Account("GER"), one => one.Umbrella.ReadAccountAsync(one.Customer, default)),
        Ask("read code", one => one.CodeAsync(), one => one.Umbrella.ReadCodeAsync(one.Customer, default)),
        Do("create account", CallKind.KeyedChange, SandboxEffects.CreateAccount, Account(null),
            one => one.Umbrella.CreateAccountAsync(one.Customer, Systems.Address, Systems.Key, default)),
        Do("activate account", CallKind.KeyedChange, SandboxEffects.ActivateAccount, Account("GER"),
            one => one.Umbrella.ActivateAsync(one.Customer, Systems.Address, Systems.Key, default)),
        new("delete account", CallKind.Change, SandboxEffects.DeleteAccount, DeletionAsync),
        Do("block account", CallKind.Change, SandboxEffects.BlockAccount, Account("GEA"),
            one => one.Umbrella.BlockAsync(one.Customer, Systems.Key, default)),
        Do("unblock account", CallKind.Change, SandboxEffects.UnblockAccount, Account("GEB"),
            one => one.Umbrella.UnblockAsync(one.Customer, Systems.Key, default)),
        Ask("read preference", one => one.PreferenceAsync("email", "x@y.example"),
            one => one.Postex.ReadPreferenceAsync(Systems.Party, default)),
        Do("set preference", CallKind.Change, SandboxEffects.SetPreference, _ => Task.CompletedTask,
            one => one.Postex.SetPreferenceAsync(Systems.Party, new(Systems.Address), Systems.Key, default)),
        Do("dispatch letter", CallKind.Change, SandboxEffects.DispatchLetter, _ => Task.CompletedTask,
            one => one.Postex.DispatchAsync(Systems.Letter(), default)),
        new("read dispatch", CallKind.Read, null, ReadingOfDispatchAsync),
        Ask("find dispatches", one => one.Postex.DispatchAsync(Systems.Letter(), default),
            one => one.FindAsync()),
    ];

    /// <summary>Makes calls, one after the other, with a fault in the way of each.</summary>
    /// <returns>Per call, in order, how it ended, how often it was sent and done.</returns>
    public static async Task<(string Name, string End, int Sent, int Done)[]> MakeAllAsync(
        IEnumerable<SystemCall> calls, string fault)
    {
        await using var systems = await Systems.StartAsync();
        List<(string Name, string End, int Sent, int Done)> ends = [];
        foreach (var call in calls)
        {
            var (end, sent, done) = await call.MakeAsync(systems, fault);
            ends.Add((call.Name, end, sent, done));
        }

        LogChecks.NothingPersonal(systems.Log);
        return [.. ends];
    }

    /// <summary>Makes the call in a fresh world with a fault in its way: how it ended, how often it was sent and done.</summary>
    public async Task<(string End, int Sent, int Done)> MakeAsync(Systems systems, string fault, int times = 0)
    {
        systems.Server.Reset();
        var make = await Prepare(systems);
        var (calls, effects) = (systems.Server.Calls.Count, EffectsIn(systems));
        systems.Server.Script(FaultRules.Of(fault, times));
        var end = await make();
        return (end, systems.Server.Calls.Count - calls, EffectsIn(systems) - effects);
    }

    private int EffectsIn(Systems systems) => systems.Server.Ledger.Count(entry => entry.Effect == Effect);

    private static Func<Systems, Task> Account(string? status) => systems => systems.AccountAsync(status);

    private static SystemCall Ask<T>(string name, Func<Systems, Task> prepare, Func<Systems, Task<Reply<T>>> ask) =>
        new(name, CallKind.Read, null, async systems =>
        {
            await prepare(systems);
            return async () => Systems.Said(await ask(systems));
        });

    private static SystemCall Do<T>(
        string name, CallKind kind, string effect, Func<Systems, Task> prepare, Func<Systems, Task<EffectOutcome<T>>> change) =>
        new(name, kind, effect, async systems =>
        {
            await prepare(systems);
            return async () => Systems.Said(await change(systems));
        });

    private static async Task<Func<Task<string>>> DeletionAsync(Systems systems)
    {
        await systems.AccountAsync("GEA");
        var reply = await systems.Umbrella.ReadAccountAsync(systems.Customer, default);
        var version = Assert.IsType<Reply<PortalAccount>.Answered>(reply).Value.Version!;
        return async () => Systems.Said(
            await systems.Umbrella.DeleteAccountAsync(systems.Customer, version, Systems.Key, default));
    }

    private static async Task<Func<Task<string>>> ReadingOfDispatchAsync(Systems systems)
    {
        var sent = Assert.IsType<EffectOutcome<Dispatch>.Done>(await systems.Postex.DispatchAsync(Systems.Letter(), default));
        return async () => Systems.Said(await systems.Postex.ReadDispatchAsync(sent.Result.SessionId, default));
    }
}
