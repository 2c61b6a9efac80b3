using System.Reflection;
using ActivationWizard.Tests.Kit;
using Mono.Cecil;

namespace ActivationWizard.Tests.Architecture;

/// <summary>Folders know their siblings one way only, and no more than <see cref="AllowedArrows"/> says.</summary>
public sealed class FolderArrowsTests
{
    public static TheoryData<string> Parents => [.. FolderArrows.Assemblies.SelectMany(FolderArrows.Parents).Distinct()];

    [Theory]
    [MemberData(nameof(Parents))]
    public void Below_EveryParent_IsTheList(string parent)
    {
        var differences = FolderArrows.Differences(Below(parent), AllowedArrows.Below.GetValueOrDefault(parent, []));

        Assert.True(differences.Count is 0, string.Join('\n', differences));
    }

    [Theory]
    [MemberData(nameof(Parents))]
    public void Circle_Siblings_IsNone(string parent) => Assert.Empty(FolderArrows.Circle(Below(parent)));

    [Fact]
    public void List_EveryParentInIt_IsThere() => Assert.Empty(AllowedArrows.Below.Keys.Except(Parents.Select(row => row.Data)));

    [Theory]
    [InlineData(typeof(ByBase))]
    [InlineData(typeof(ByInterface))]
    [InlineData(typeof(ByField))]
    [InlineData(typeof(ByProperty))]
    [InlineData(typeof(ByEvent))]
    [InlineData(typeof(ByParameter))]
    [InlineData(typeof(ByResult))]
    [InlineData(typeof(ByConstraint))]
    [InlineData(typeof(ByAttribute))]
    [InlineData(typeof(ByAttributeArgument))]
    [InlineData(typeof(ByBody))]
    [InlineData(typeof(ByGenericCall))]
    [InlineData(typeof(ByCatch))]
    [InlineData(typeof(ByArrayOfArguments))]
    [InlineData(typeof(ByLambda))]
    public void Of_TypeThatNamesAnother_FindsIt(Type planted) => Assert.Contains(nameof(Named), ReferredBy(planted));

    [Fact]
    public void Of_TypeThatNamesNone_FindsNone() => Assert.DoesNotContain(nameof(Named), ReferredBy(typeof(ByNothing)));

    [Theory]
    [InlineData("A.B", null)]
    [InlineData("A.B.C", "C")]
    [InlineData("A.B.C.D", "C")]
    [InlineData("A.Bee", null)]
    [InlineData("", null)]
    public void FolderOf_Namespace_IsTheOneBelowTheRoot(string space, string? folder) =>
        Assert.Equal(folder, FolderArrows.FolderOf(space, "A.B"));

    [Fact]
    public void Circle_OneWayOnly_IsNone() => Assert.Empty(FolderArrows.Circle(Arrows("AB", "AC", "BC", "CD", "BD")));

    [Fact]
    public void Circle_ThereAndBack_IsTheCircleWithoutTheWayToIt() =>
        Assert.Equal(
            ["B -> C", "C -> D", "D -> B"],
            FolderArrows.Circle(Arrows("AB", "BC", "CE", "CD", "DB")).Select(step => $"{step}"));

    [Fact]
    public void Differences_NewAndGone_SaysBoth() =>
        Assert.Equal(
            ["new: A -> C, because why", "gone: B -> C"],
            FolderArrows.Differences(Arrows("AB", "AC"), new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"] }));

    [Fact]
    public void Parents_Domain_HasItselfAndEffects() =>
        Assert.Equal(["ActivationWizard.Domain", "ActivationWizard.Domain.Effects"], FolderArrows.Parents(Product.Domain));

    private static IReadOnlyList<FolderArrow> Below(string parent) => FolderArrows.Below(
        parent, FolderArrows.Assemblies.Single(one => parent.StartsWith(one.GetName().Name!, StringComparison.Ordinal)));

    private static FolderArrow[] Arrows(params string[] pairs) =>
        [.. pairs.Select(pair => new FolderArrow($"{pair[0]}", $"{pair[1]}", "why"))];

    private static HashSet<string> ReferredBy(Type planted)
    {
        using var module = ModuleDefinition.ReadModule(planted.Assembly.Location);
        var definition = module.GetTypes().Single(type => type.FullName == planted.FullName!.Replace('+', '/'));
        return [.. WithNested(definition).SelectMany(TypeReferences.Of).Select(type => type.Name)];
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Append(type);

    private class Named : Exception;

    private interface INamed<T>;

    [AttributeUsage(AttributeTargets.All)]
    private sealed class OfTypeAttribute(Type type) : Attribute
    {
        public Type Type => type;
    }

    [AttributeUsage(AttributeTargets.All)]
    private sealed class GenericAttribute<T> : Attribute;

    private sealed class ByBase : Named;

    private sealed class ByInterface : INamed<Named>;

    private sealed class ByField
    {
        public readonly Named Value = new();
    }

    private interface ByProperty
    {
        Named? Value { get; }
    }

    private interface ByEvent
    {
        event EventHandler<Named> Happened;
    }

    private interface ByParameter
    {
        void Take(ref Named[] all);
    }

    private interface ByResult
    {
        IReadOnlyList<Named> All();
    }

    private interface ByConstraint
    {
        void Take<T>()
            where T : Named;
    }

    [Generic<Named>]
    private interface ByAttribute;

    private interface ByAttributeArgument
    {
        void Take([OfType(typeof(Named))] int value);
    }

    private sealed class ByBody
    {
        public override string ToString() => $"{new Named()}";
    }

    private sealed class ByGenericCall
    {
        public override string ToString() => $"{Activator.CreateInstance<Named>}";
    }

    private sealed class ByCatch
    {
        public override string ToString()
        {
            try
            {
                return "";
            }
            catch (Named)
            {
                return "caught";
            }
        }
    }

    private sealed class ByArrayOfArguments
    {
        public readonly Dictionary<string, Named[]>[] All = [];
    }

    private sealed class ByLambda
    {
        public static Task<object> MakeAsync() => Task.Run(async () =>
        {
            await Task.Yield();
            return (object)new Named();
        });
    }

    private sealed class ByNothing;
}
