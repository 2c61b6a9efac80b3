using System.Reflection;
using ActivationWizard.App.Overview;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Rules;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// Today's rules and the player compute over what was recorded: whatever they are given, and whatever that is given in turn, no
/// port to another system is among it. Asking a source now is the one exception, and shows that the search would find a port.
/// </summary>
public sealed class NoPortInReachTests
{
    private static readonly Type[] Ports = [typeof(IUmbrella), typeof(IViewpoint), typeof(IPostex), typeof(IMailbox)];

    [Theory]
    [InlineData(typeof(TodaysRules))]
    [InlineData(typeof(ReplaySession))]
    [InlineData(typeof(StateHeat))]
    [InlineData(typeof(Judgement))]
    [InlineData(typeof(Reconsideration))]
    public void Reach_OfALookBack_HasNoPort(Type type)
    {
        var reached = Reached(type);

        Assert.DoesNotContain(reached, Ports.Contains);
        Assert.DoesNotContain(reached, one => one.FullName!.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(CaseRunner), reached);
        Assert.DoesNotContain(typeof(AnswerHandler), reached);
    }

    [Fact]
    public void Reach_OfAskingASourceNow_HasThem() => Assert.Contains(typeof(IViewpoint), Reached(typeof(FactsNow)));

    // By every field and every parameter of a constructor of our own types, and of those behind an interface of ours: what is not
    // handed over cannot be called.
    private static HashSet<Type> Reached(Type from)
    {
        var (reached, ahead) = (new HashSet<Type>(), new Queue<Type>([from]));
        while (ahead.TryDequeue(out var type))
        {
            if (!reached.Add(type) || !IsOurs(type))
                continue;
            foreach (var next in Given(type).SelectMany(Parts))
                ahead.Enqueue(next);
        }

        return reached;
    }

    private static IEnumerable<Type> Given(Type type) =>
    [
        .. type.GetFields(Every).Select(field => field.FieldType),
        .. type.IsInterface ? Product.Types.Where(one => one.IsClass && type.IsAssignableFrom(one)) : [],
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetConstructors(Every)
            .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
    ];

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? [type.GetElementType()!] : type.IsGenericType ? [type, .. type.GetGenericArguments()] : [type];

    private static bool IsOurs(Type type) =>
        type.Assembly == Product.App || type.Assembly == Product.Domain || type.Assembly == Product.Integrations;

    private const BindingFlags Every = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
}
