using ActivationWizard.App.Journal.Notes;

namespace ActivationWizard.App.Background;

/// <summary>Forgets what was told to people long ago.</summary>
public sealed class InboxUpkeep(InboxNotes notes, TimeProvider time, ILogger<InboxUpkeep> log)
    : RepeatedWork("Forgetting old items of inboxes", TimeSpan.FromHours(6), time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => notes.ForgetAsync(cancellation);
}
