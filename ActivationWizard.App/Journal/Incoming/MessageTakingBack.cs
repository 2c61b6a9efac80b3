using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>
/// Has a message that was skipped or declined wait for somebody again, on condition that it is as it was seen. What was said of
/// it before stays until something else is said.
/// </summary>
internal sealed class MessageTakingBack(MessageRows rows, Guid id, int version, MessageTakingBack.Made made) : IJournalWrite
{
    private static readonly List<string> Settled = [nameof(MessageState.NoRequest), nameof(MessageState.Skipped)];

    /// <summary>Why, whose it is as the mailbox says now, by whom and when.</summary>
    public sealed record Made(TakeBackReason Reason, MessageHead? Head, string? MessageId, Actor By, long At);

    public string Subject { get; } = $"message {id}";

    public MessageDecision Came { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        Came = MessageDecision.TooLate;
        if (await session.Context.IncomingMessages.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Version == version && Settled.Contains(row.State), cancellation)
            is not { } known)
            return;
        var kept = rows.Open(known);
        var head = new SealedHead(
            SearchText.Storable(made.Head?.Sender ?? kept?.Sender ?? ""), made.Head?.Address ?? kept?.Address,
            SearchText.Storable(made.Head?.Subject ?? kept?.Subject ?? ""), made.MessageId ?? kept?.MessageId);
        var (sealedHead, sender, reason) = (rows.Seal(id, head), rows.SenderOf(head.Address) ?? known.Sender, $"{made.Reason}");
        // What a machine sent, as it seemed, is what a person says it is.
        var kind = known.Kind is nameof(MessageKind.Other) ? nameof(MessageKind.Free) : known.Kind;
        if (await session.Context.IncomingMessages.Where(row => row.Id == id && row.Version == version).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, nameof(MessageState.Open))
                .SetProperty(row => row.Kind, kind)
                .SetProperty(row => row.Sealed, sealedHead)
                .SetProperty(row => row.Sender, sender)
                .SetProperty(row => row.TakenBackFrom, known.State)
                .SetProperty(row => row.TakenBackReason, reason)
                .SetProperty(row => row.TakenBackById, made.By.Id)
                .SetProperty(row => row.TakenBackByName, made.By.Name)
                .SetProperty(row => row.TakenBackAt, made.At)
                .SetProperty(row => row.Version, version + 1),
            cancellation) is 1)
            Came = MessageDecision.Taken;
    }
}
