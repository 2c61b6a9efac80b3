using System.Reflection;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>Brings armed cases to a standstill at their boundary: around the journal, and around every call of a port.</summary>
internal sealed class KillSeam(KillPlan plan, TimeProvider time)
{
    /// <summary>Puts it before the journal and the four ports.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KillSeam>();
        services.Surround<ICaseJournal>(provider => provider.GetRequiredService<KillSeam>().JournalAsync);
        services.Surround<IJournalWriter>(_ => (_, _, write) => KillPlan.WriteAsync(write));
        services.Surround<IUmbrella>(provider => provider.GetRequiredService<KillSeam>().PortAsync);
        services.Surround<IViewpoint>(provider => provider.GetRequiredService<KillSeam>().PortAsync);
        services.Surround<IPostex>(provider => provider.GetRequiredService<KillSeam>().PortAsync);
        services.Surround<IMailbox>(provider => provider.GetRequiredService<KillSeam>().PortAsync);
    }

    private async Task<object?> JournalAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner)
    {
        if (arguments is not [ActivationCase activation, IReadOnlyList<CaseEvent> events, ..])
            return await inner();

        var number = activation.Number.ToString();
        foreach (var confirm in events.OfType<DispatchConfirmationRequested>())
            plan.Know(confirm.SessionId, number);
        await DieIfAsync(number, Effect(events, requested: true), Boundary.BeforeRequested);
        await DieIfAsync(number, Effect(events, requested: false), Boundary.AfterAnswer);
        var appended = await inner();
        await DieIfAsync(number, Effect(events, requested: true), Boundary.AfterRequested);
        await DieIfAsync(number, Effect(events, requested: false), Boundary.AfterDone);
        return appended;
    }

    private async Task<object?> PortAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner)
    {
        if (PortCalls.EffectOf(method) is not { } effect || plan.Of(effect, PortCalls.Texts(arguments)) is not { } point)
            return await inner();

        if (point.Boundary is Boundary.AfterRequested)
            await plan.DieAsync(point.Case);
        var call = inner();
        if (point.Boundary is not (Boundary.DuringCall or Boundary.AfterEffect))
            return await call;

        // Nobody holds a look or a mail: then it dies with the call just begun, or just over. Else the system holds the answer,
        // and a moment later the request is with it.
        if (point.Effect.IsRead || effect.System is ForeignSystem.Mailbox)
            await (point.Boundary is Boundary.AfterEffect ? call : Task.CompletedTask);
        else
            await Task.Delay(KillPlan.CallUnderWay, time);
        await plan.DieAsync(point.Case);
        return await call;
    }

    private async Task DieIfAsync(string number, EffectKind? effect, Boundary boundary)
    {
        if (effect is { } kind && plan.IsAt(number, kind, boundary))
            await plan.DieAsync(number);
    }

    private static EffectKind? Effect(IReadOnlyList<CaseEvent> events, bool requested) => requested
        ? events.OfType<EffectRequested>().FirstOrDefault()?.Effect
        : events.OfType<EffectDone>().FirstOrDefault()?.Effect;
}
