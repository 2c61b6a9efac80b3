using System.Reflection;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>What is done around every call of a port.</summary>
/// <param name="method">The port's method.</param>
/// <param name="arguments">What it was called with; may be changed before <paramref name="inner"/> is called.</param>
/// <param name="inner">Makes the call as it was meant.</param>
public delegate Task<object?> Around(MethodInfo method, object?[] arguments, Func<Task<object?>> inner);

/// <summary>Stands before a port of the product, over the product's own registration of it.</summary>
/// <remarks>Public and not sealed, because <see cref="DispatchProxy"/> derives the class that implements the port.</remarks>
public class PortProxy<TPort> : DispatchProxy
    where TPort : class
{
    private static readonly MethodInfo Typed =
        typeof(PortProxy<TPort>).GetMethod(nameof(AsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private TPort? _inner;
    private Around? _around;

    /// <summary>Says what it stands before, and what it does. Once, before its first call.</summary>
    public void Surround(TPort inner, Around around) => (_inner, _around) = (inner, around);

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var arguments = args ?? [];
        // What is known without asking is no call.
        if (!typeof(Task).IsAssignableFrom(targetMethod!.ReturnType))
            return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        var answer = _around!(targetMethod, arguments, () => InnerAsync(targetMethod, arguments));
        return targetMethod.ReturnType == typeof(Task)
            ? answer
            : Typed.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(null, [answer]);
    }

    private async Task<object?> InnerAsync(MethodInfo method, object?[] arguments)
    {
        var task = (Task)method.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        return method.ReturnType == typeof(Task) ? null : task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }

    private static async Task<T> AsAsync<T>(Task<object?> answer) => (T)(await answer)!;
}

/// <summary>What a call of a port is about, and how to stand before one.</summary>
internal static class PortCalls
{
    /// <summary>Puts something around every call of the port that is registered.</summary>
    public static void Surround<TPort>(this IServiceCollection services, Func<IServiceProvider, Around> around)
        where TPort : class
    {
        var own = services.Last(service => service.ServiceType == typeof(TPort));
        services.Remove(own);
        services.AddSingleton(provider =>
        {
            var proxy = DispatchProxy.Create<TPort, PortProxy<TPort>>();
            var inner = own.ImplementationInstance ?? own.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!);
            ((PortProxy<TPort>)(object)proxy).Surround((TPort)inner, around(provider));
            return proxy;
        });
    }

    private static readonly Dictionary<string, EffectKind> Effects = new()
    {
        [nameof(IUmbrella.CreateAccountAsync)] = EffectKind.CreateAccount,
        [nameof(IUmbrella.DeleteAccountAsync)] = EffectKind.DeleteAccount,
        [nameof(IUmbrella.ActivateAsync)] = EffectKind.ActivateAccount,
        [nameof(IUmbrella.ReadCodeAsync)] = EffectKind.ReadCode,
        [nameof(IUmbrella.BlockAsync)] = EffectKind.BlockAccount,
        [nameof(IUmbrella.UnblockAsync)] = EffectKind.UnblockAccount,
        [nameof(IViewpoint.CorrectContactsAsync)] = EffectKind.CorrectContacts,
        [nameof(IViewpoint.RegisterLetterAsync)] = EffectKind.RegisterLetter,
        [nameof(IViewpoint.FindLetterAsync)] = EffectKind.RegisterLetter,
        [nameof(IViewpoint.RegisterContactAsync)] = EffectKind.RegisterContact,
        [nameof(IViewpoint.FindContactAsync)] = EffectKind.RegisterContact,
        [nameof(IPostex.SetPreferenceAsync)] = EffectKind.SetPreference,
        [nameof(IPostex.DispatchAsync)] = EffectKind.DispatchLetter,
        [nameof(IPostex.FindDispatchesAsync)] = EffectKind.DispatchLetter,
        [nameof(IPostex.ReadDispatchAsync)] = EffectKind.ConfirmDispatch,
        [nameof(IMailbox.SendAsync)] = EffectKind.SendReply,
        [nameof(IMailbox.FindMailAsync)] = EffectKind.SendReply,
    };

    /// <summary>The effect that the method carries out, or looks for; null for any other question.</summary>
    public static EffectKind? EffectOf(MethodInfo method) =>
        Effects.TryGetValue(method.Name, out var effect) ? effect : null;

    /// <summary>The texts among the arguments by which a case or a tenant is recognised.</summary>
    public static IReadOnlyList<string> Texts(object?[] arguments) =>
        [.. arguments.SelectMany(Of).Where(text => text.Length > 0)];

    private static IEnumerable<string> Of(object? argument) => argument switch
    {
        string text => [text],
        EffectKey key => [key.ToString()],
        Letter letter => [letter.Reference.ToString()],
        LetterRecord letter => [letter.Reference.ToString()],
        ContactRecord contact => [contact.Reference.ToString()],
        OutgoingMail mail => [mail.Reference.ToString()],
        _ => [],
    };
}
