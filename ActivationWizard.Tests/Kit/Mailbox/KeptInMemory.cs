using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>What an installation keeps of its Mailsjablonen, without a database.</summary>
internal sealed class KeptInMemory : IKeptTemplates
{
    public KeptTemplates? Templates { get; set; }

    /// <summary>The subject that was chosen for a reply.</summary>
    public Dictionary<ReplySlot, string> Chosen { get; } = [];

    public Task<KeptTemplates?> LoadAsync(CancellationToken cancellation) => Task.FromResult(Templates);

    public Task<string?> ChosenAsync(ReplySlot slot, CancellationToken cancellation) =>
        Task.FromResult(Chosen.GetValueOrDefault(slot));
}
