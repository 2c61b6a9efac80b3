using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Something that goes wrong with one call. Closed.</summary>
internal abstract record Mishap
{
    private Mishap()
    {
    }

    /// <summary>A question without a usable answer; a change of which nothing reached the system.</summary>
    public sealed record Silent(FailureReason Why = FailureReason.Unreachable) : Mishap;

    /// <summary>The system says no.</summary>
    public sealed record Refused(string Code) : Mishap;

    /// <summary>The answer is lost, and nothing had happened.</summary>
    public sealed record LostBefore : Mishap;

    /// <summary>The answer is lost, and it had happened.</summary>
    public sealed record LostAfter : Mishap;
}

/// <summary>The process is gone: what it knew is lost, what others have stays.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>The moments at which a process can die: round every call to a system and every append.</summary>
internal sealed class Boundaries
{
    /// <summary>Moments passed so far.</summary>
    public int Passed { get; private set; }

    /// <summary>The moments at which to die, counted from 1.</summary>
    public Queue<int> DiesAt { get; } = new();

    public void Pass()
    {
        Passed++;
        if (!DiesAt.TryPeek(out var at) || at != Passed)
            return;

        DiesAt.Dequeue();
        throw new ProcessDiedException();
    }
}
