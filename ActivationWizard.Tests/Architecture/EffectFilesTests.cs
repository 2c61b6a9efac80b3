using System.Reflection;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit;
using Mono.Cecil;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// An effect is a file: whoever adds one touches that file, the plan, the flow, and says its words. Shown by which types of the
/// product refer to the events of each effect, in its own file or elsewhere.
/// </summary>
public sealed class EffectFilesTests
{
    /// <summary>Types that may know the events of any effect, each with the reason.</summary>
    private static readonly Dictionary<string, string> MayKnow = new(StringComparer.Ordinal)
    {
        ["ActivationFlow"] = "the flow: which event may follow which state",
        ["EventDetails"] = "words: a detail that only one event has",
        ["EventParts"] = "words: a detail that only one event has",
        ["ExecuteAttention"] = "words: what went wrong in an effect",
        ["RequestWords"] = "words: to whom something was to go",
    };

    private static readonly ILookup<string, string> Referring = new[] { Product.Domain, Product.Integrations, Product.App }
        .Distinct().SelectMany(References).Distinct().ToLookup(one => one.Event, one => one.By);

    public static TheoryData<EffectKind> Kinds => [.. Enum.GetValues<EffectKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Events_OfAnEffect_AreKnownInItsFileTheFlowAndTheWordsOnly(EffectKind kind)
    {
        var file = FileOf(kind);
        var events = EventsIn(file);

        Assert.Contains(events, type => type.IsSubclassOf(typeof(EffectRequested)));
        Assert.Contains(events, type => type.IsSubclassOf(typeof(EffectDone)));
        Assert.Contains("ActivationFlow", Referring[events[0].Name]);
        Assert.Empty(from type in events
                     from knowing in Referring[type.Name]
                     where !Declares(file, knowing) && !MayKnow.ContainsKey(knowing)
                     select $"{knowing} knows {type.Name}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Class_OfAnEffect_IsInItsFile(EffectKind kind) => Assert.True(Declares(FileOf(kind), kind.ToString()));

    [Fact]
    public void Events_OfEveryEffect_AreInTheFileOfOne()
    {
        var all = JournalNames.Types.Values
            .Where(type => type.IsSubclassOf(typeof(EffectRequested)) || type.IsSubclassOf(typeof(EffectDone)));
        var found = Enum.GetValues<EffectKind>().SelectMany(kind => EventsIn(FileOf(kind)))
            .Where(type => !type.IsSubclassOf(typeof(EffectTrouble)) && !type.IsSubclassOf(typeof(EffectInquiry)));

        Assert.Equal(all.Select(type => type.Name).Order(), found.Select(type => type.Name).Order());
    }

    private static string FileOf(EffectKind kind) =>
        File.ReadAllText(Path.Combine(Product.Root, "ActivationWizard.Domain", "Effects", $"{kind}.cs"));

    private static Type[] EventsIn(string file) => [.. JournalNames.Types.Values.Where(type => Declares(file, type.Name))];

    private static bool Declares(string file, string name) => Regex.IsMatch(file, $@"\b(record|class) {name}\b");

    private static IEnumerable<(string Event, string By)> References(Assembly assembly)
    {
        var events = JournalNames.Types.Values.Select(type => type.FullName!).ToHashSet();
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. from type in module.GetTypes()
               from referred in TypeReferences.Of(type)
               where events.Contains(referred.FullName)
               select (referred.Name, Outermost(type).Name),
        ];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
