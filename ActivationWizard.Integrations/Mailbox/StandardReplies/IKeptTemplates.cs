using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>What was last read of the Mailsjablonen, and which is used for what; the installation keeps it.</summary>
public interface IKeptTemplates
{
    /// <summary>Null when they were never read.</summary>
    Task<KeptTemplates?> LoadAsync(CancellationToken cancellation);

    /// <summary>The subject of the one that is used for this reply; null when nobody chose one.</summary>
    Task<string?> ChosenAsync(ReplySlot slot, CancellationToken cancellation);
}

/// <summary>The Mailsjablonen as they were last read.</summary>
/// <param name="Templates">Null when there was no such folder in the mailbox.</param>
/// <param name="ReadAt">When that was.</param>
/// <param name="Silence">Why the mailbox gave no answer since; null when it did.</param>
public sealed record KeptTemplates(IReadOnlyList<FoundTemplate>? Templates, DateTimeOffset ReadAt, FailureReason? Silence)
{
    /// <summary>The one of this subject; null when there is none.</summary>
    public FoundTemplate? Called(string? subject) =>
        subject is null ? null : Templates?.FirstOrDefault(one => one.IsCalled(subject));
}
