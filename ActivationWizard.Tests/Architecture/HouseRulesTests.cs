using ActivationWizard.Tests.Kit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Architecture;

public sealed class HouseRulesTests
{
    /// <summary>Classes that others may inherit from, each with the reason.</summary>
    private static readonly Dictionary<string, string> MayBeInherited = new(StringComparer.Ordinal);

    [Fact]
    public void Unsealed_Product_HasNone() => Assert.Empty(HouseRules.Unsealed(Product.Types, MayBeInherited));

    [Fact]
    public void NamedAfterAPattern_Product_HasNone() => Assert.Empty(HouseRules.NamedAfterAPattern(Product.Types));

    [Fact]
    public void Injected_Steps_HaveNone() =>
        Assert.Empty(HouseRules.Injected(Product.Types.Where(type =>
            type.Namespace!.StartsWith("ActivationWizard.App.Cases.", StringComparison.Ordinal))));

    [Fact]
    public void HandedMoreThan_Product_IsNowhereMoreThanSix() => Assert.Empty(HouseRules.HandedMoreThan(6, Product.Types));

    [Fact]
    public void LongerThan_Sources_AreWithinTheLimits()
    {
        string[] projects =
            ["ActivationWizard.App", "ActivationWizard.Domain", "ActivationWizard.Integrations", "ActivationWizard.Tests"];

        Assert.Empty(HouseRules.LongerThan(300, projects.SelectMany(project => Product.Files(project, ".cs"))));
        Assert.Empty(HouseRules.LongerThan(150, projects.SelectMany(project => Product.Files(project, ".razor"))));
    }

    [Fact]
    public void EveryRule_PlantedBreach_IsFound()
    {
        Type[] planted = [typeof(Open), typeof(SealedManager), typeof(Step)];

        Assert.Equal([typeof(Open).FullName], HouseRules.Unsealed(planted, MayBeInherited));
        Assert.Equal([typeof(SealedManager).FullName], HouseRules.NamedAfterAPattern(planted));
        Assert.Equal([$"{typeof(Busy).FullName}: 2 parameters"], HouseRules.HandedMoreThan(1, [typeof(Busy), typeof(Row), typeof(Point)]));
        Assert.Equal(["Step.Clock"], HouseRules.Injected(planted));
        Assert.Equal(["a.cs: 3 lines"], HouseRules.LongerThan(2, [("a.cs", "1\n2\n3\n"), ("b.cs", "1\n2\n")]));
    }

    public class Open;

    private sealed class Busy
    {
        public Busy(int one, int other) => Sum = one + other;

        public int Sum { get; }
    }

    private sealed record Row(int One, int Other);

    private readonly record struct Point(int One, int Other);

    private sealed class SealedManager;

    private sealed class Step
    {
        [Inject]
        public TimeProvider? Clock { get; set; }
    }
}
