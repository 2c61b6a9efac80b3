using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>Who said it.</summary>
public enum Source
{
    Request,
    Viewpoint,
    Umbrella,
    Postex,

    /// <summary>Our own journal.</summary>
    Journal,

    /// <summary>The employee, who looked in the system's own screens or stated it.</summary>
    Employee,

    /// <summary>A setting of the installation.</summary>
    Settings,
}

/// <summary>Not asked, asked and known, or asked and not known. Unknown never reads as no.</summary>
public enum FactStatus
{
    NotAsked,
    Unknown,
    Known,
}

/// <summary>One answer of a source, with the moment it was fetched. Made by <see cref="Fact"/>.</summary>
/// <typeparam name="T">What the source says when it is known.</typeparam>
/// <param name="Status">Whether the question was put, and whether it was answered.</param>
/// <param name="Value">Null unless <paramref name="Status"/> is <see cref="FactStatus.Known"/>.</param>
/// <param name="Source">Who was asked.</param>
/// <param name="At">When the answer, or the silence, came.</param>
/// <param name="Why">Why the source gave nothing; null when it did, and when the employee does not know.</param>
public sealed record Fact<T>(FactStatus Status, T? Value, Source Source, DateTimeOffset At, FailureReason? Why)
    where T : class;

/// <summary>Where a fact comes from, whatever it says.</summary>
public sealed record FactOrigin(FactStatus Status, Source Source, FailureReason? Why);

/// <summary>The three ways a fact comes about, and whether a person said it.</summary>
public static class Fact
{
    /// <summary>The question has not been put.</summary>
    public static Fact<T> NotAsked<T>()
        where T : class => new(FactStatus.NotAsked, null, default, default, null);

    /// <summary>The source said so.</summary>
    public static Fact<T> Known<T>(T value, Source source, DateTimeOffset at)
        where T : class => new(FactStatus.Known, value, source, at, null);

    /// <summary>The source was asked and gave nothing usable; the employee's <em>weet ik niet</em> has no reason.</summary>
    public static Fact<T> Unknown<T>(Source source, DateTimeOffset at, FailureReason? why = null)
        where T : class => new(FactStatus.Unknown, null, source, at, why);

    /// <summary>The employee looked it up, or said not to know it.</summary>
    public static bool IsByHand<T>(this Fact<T> fact)
        where T : class => fact.Source is Source.Employee;
}
