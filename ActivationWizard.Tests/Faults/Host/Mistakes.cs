using System.Reflection;
using System.Text.RegularExpressions;
using ActivationWizard.App.Background;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>Plants a mistake over the product's own registrations.</summary>
internal static partial class Mistakes
{
    private static int _attempt = 500;

    /// <summary>Does nothing for <see cref="Mistake.None"/>.</summary>
    public static void Add(IServiceCollection services, Mistake mistake)
    {
        switch (mistake)
        {
            case Mistake.RequestedNotCommitted:
                services.Surround<ICaseJournal>(provider =>
                    new UncommittedRequests(provider.GetRequiredService<TimeProvider>()).AroundAsync);
                break;
            case Mistake.RetriedInTheCall:
                Dispatching(services, async inner => await inner() is EffectOutcome<Dispatch>.Done done ? done : await inner());
                break;
            case Mistake.NewKeyPerAttempt:
                services.Surround<IUmbrella>(_ => NewKeyAsync);
                break;
            case Mistake.NoQuietPeriod:
                var hasty = Settings(services) with { QuietPeriod = TimeSpan.Zero };
                services.AddSingleton(hasty).AddSingleton<IEffectSettings>(hasty);
                break;
            case Mistake.LockPerCase:
                services.Surround<ITenantLeases>(_ => PerCaseAsync);
                break;
            case Mistake.DoneBeforeEffect:
                Registering(services, LaterAsync);
                break;
            case Mistake.ErrorIsNothing:
                Dispatching(services, async inner => await inner() is EffectOutcome<Dispatch>.Unknown unknown
                    ? new EffectOutcome<Dispatch>.NotDone(unknown.Why)
                    : await inner());
                break;
            case Mistake.SilenceIsDone:
                Registering(services, async inner =>
                {
                    await inner();
                    return new EffectOutcome<NoResult>.Done(NoResult.Value);
                });
                break;
            case Mistake.WrongRecipient:
                Letters(services, (letter, _) =>
                    letter with { Lines = [letter.Lines[0], "Burenstraat 99", .. letter.Lines.Skip(2)] });
                break;
            case Mistake.OldCode:
                Letters(services, (letter, _) =>
                    letter with { Code = ActivationCode.TryCreate("VORIGE-CODE-0001", Anything())! });
                break;
            case Mistake.CodeLogged:
                Letters(services, (letter, log) =>
                {
                    Told(log, letter.Code.Reveal());
                    return letter;
                });
                break;
            case Mistake.NoRecovery:
                services.Remove(services.Last(service => service.ServiceType == typeof(IHostedService)
                    && service.ImplementationFactory?.Method.ReturnType == typeof(CaseSweep)));
                break;
            case Mistake.None:
            default:
                break;
        }
    }

    private static void Dispatching(IServiceCollection services, Func<Func<Task<object?>>, Task<object?>> instead) =>
        services.Surround<IPostex>(_ => (called, _, inner) =>
            called.Name is nameof(IPostex.DispatchAsync) ? instead(inner) : inner());

    private static void Registering(IServiceCollection services, Func<Func<Task<object?>>, Task<object?>> instead) =>
        services.Surround<IViewpoint>(_ => (called, _, inner) =>
            called.Name is nameof(IViewpoint.RegisterContactAsync) ? instead(inner) : inner());

    private static void Letters(IServiceCollection services, Func<Letter, ILogger, Letter> change) =>
        services.Surround<IPostex>(provider => (called, arguments, inner) =>
        {
            if (arguments is [Letter letter, ..])
                arguments[0] = change(letter, provider.GetRequiredService<ILogger<FaultHost>>());
            return inner();
        });

    private static ActivationSettings Settings(IServiceCollection services) => (ActivationSettings)services
        .First(service => service.ServiceType == typeof(ActivationSettings)).ImplementationInstance!;

    private static Task<object?> NewKeyAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner)
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            if (arguments[at] is EffectKey key && key.ToString().Split('-') is [var ours, var year, var ordinal, _, .. var epoch]
                && EffectKey.TryParse(
                    string.Join('-', [ours, year, ordinal, $"{Interlocked.Increment(ref _attempt)}", .. epoch]), out var another))
                arguments[at] = another;
        }

        return inner();
    }

    private static Task<object?> PerCaseAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner)
    {
        if (arguments is [TenantKeys tenant, CaseNumber number, ..])
            arguments[0] = TenantKeys.Of($"{tenant.Own} {number}");
        return inner();
    }

    private static Task<object?> LaterAsync(Func<Task<object?>> inner)
    {
        _ = WaitAsync();
        return Task.FromResult<object?>(new EffectOutcome<NoResult>.Done(NoResult.Value));

        async Task WaitAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            await inner();
        }
    }

    [GeneratedRegex(".*")]
    private static partial Regex Anything();

    [LoggerMessage(1, LogLevel.Information, "A letter with {Code} goes.")]
    private static partial void Told(ILogger logger, string code);
}
