using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>A message in the mailbox, as far as a reply needs it.</summary>
/// <param name="Id">Its immutable id: the same in every folder of the mailbox.</param>
/// <param name="IsDraft">Null when the answer does not say so.</param>
/// <param name="MessageId">With its brackets; null when it has none.</param>
/// <param name="Recipients">All of them, open or blind; a null is one that cannot be read.</param>
internal sealed record GraphMail(string Id, bool? IsDraft, string? MessageId, IReadOnlyList<string?> Recipients)
{
    /// <summary>The key that it is marked with; null when it has none, or was not asked for it.</summary>
    public string? Key { get; init; }

    /// <summary>Whether it is sent, and to this one address.</summary>
    public ReferenceMatch MatchSent(EmailAddress asked) => IsDraft switch
    {
        true => ReferenceMatch.Nothing,
        false => Match(asked),
        null => ReferenceMatch.CannotCompare,
    };

    /// <summary>Whether it is for this one address.</summary>
    public ReferenceMatch Match(EmailAddress asked) => Mailbox.Recipients.Match(Recipients, asked);
}
