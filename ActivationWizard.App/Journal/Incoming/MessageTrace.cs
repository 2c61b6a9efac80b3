using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>What a message is found by in the mailbox.</summary>
/// <param name="Identity">A pseudonym of what the same message is known by.</param>
/// <param name="MessageId">Without brackets; null for none.</param>
/// <param name="Places">Where copies of it were seen.</param>
public sealed record MessageTrace(string Identity, string? MessageId, IReadOnlyList<MailKey> Places);
