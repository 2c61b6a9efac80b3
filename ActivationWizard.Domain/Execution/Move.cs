using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Execution;

/// <summary>What the wizard has to do next for a case. Closed.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>Ask the sources what the table still needs.</summary>
    public sealed record Ask : Move;

    /// <summary>Write these events.</summary>
    public sealed record Append(params IReadOnlyList<CaseEvent> Events) : Move;

    /// <summary>Read facts again that were too old, and compare.</summary>
    public sealed record Reread : Move;

    /// <summary>Read the facts again and compare (G4).</summary>
    public sealed record Recheck : Move;

    /// <summary>Fill in this standard reply, for the employee to see before it goes.</summary>
    public sealed record Compose(TemplateChoice Template) : Move;

    /// <summary>Call the system: the request is in the journal.</summary>
    public sealed record Perform(EffectRequested Effect) : Move;

    /// <summary>Find out what became of an effect whose answer was lost.</summary>
    public sealed record Recover(EffectRequested Effect) : Move;

    /// <summary>Look what the system says now of an effect that a person has to judge.</summary>
    public sealed record Look(EffectTrouble Trouble) : Move;

    /// <summary>Read the facts again for another address of the requester: the reply did not arrive.</summary>
    public sealed record SeekAddress : Move;

    /// <summary>Wait: until this moment, else for a person, or because the case is over.</summary>
    public sealed record Rest(DateTimeOffset? Until = null) : Move;
}
