using System.Collections.Frozen;
using System.Reflection;

namespace ActivationWizard.Domain.Events;

/// <summary>The name an event is kept under: never changed once released, whatever happens to the type's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JournalNameAttribute(string name) : Attribute
{
    /// <summary>Lower case, words joined by hyphens, past tense.</summary>
    public string Name => name;
}

/// <summary>The names of all events, which are also the triggers of the state machine.</summary>
public static class JournalNames
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(CaseEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<JournalNameAttribute>()!.Name);

    /// <summary>Every kind of event by its name.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = Names.ToFrozenDictionary(
        pair => pair.Value, pair => pair.Key);

    /// <summary>The name of an event.</summary>
    public static string Of(CaseEvent happened) => Names[happened.GetType()];

    /// <summary>The name of a kind of event.</summary>
    public static string Of<T>()
        where T : CaseEvent => Names[typeof(T)];
}
