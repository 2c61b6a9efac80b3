using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Does what is left to do with a message that is dealt with: gives it to its case, and puts it in the folder where it belongs.
/// </summary>
public sealed class MessagePutting(
    MailRecords records, MessageSearch search, ICaseMessages cases, IMailStore store, IncomingMailReader reader,
    IncomingMailOptions options)
{
    /// <summary>Does it; a reason when the mailbox gave no answer, and it is done again later.</summary>
    public async Task<FailureReason?> CarryOnAsync(PendingMessage pending, CancellationToken cancellation)
    {
        if (pending.IsToBeTakenIn && await TakeInAsync(pending, cancellation) is { } silence)
            return silence;
        return pending.Filing is { } filing ? await PutAsync(pending, filing, cancellation) : null;
    }

    private async Task<FailureReason?> TakeInAsync(PendingMessage pending, CancellationToken cancellation)
    {
        var message = pending.Message;
        var read = await search.ReadAsync(message.Id, cancellation);
        if (read is Reply<MailReading>.NotAnswered silent)
            return silent.Why;
        var content = read is Reply<MailReading>.Answered { Value: MailReading.Found found } ? reader.Read(found.Source) : null;
        await cases.TakeInAsync(
            new CaseMessage(
                message.Id, message.Case!, message.Kind, content,
                // Of one that a person added it is only what it claims.
                message.DecidedBy is null ? message.Effect : null, message.ReceivedAt, pending.By),
            cancellation);
        await records.TakenInAsync(message.Id, cancellation);
        return null;
    }

    private async Task<FailureReason?> PutAsync(
        PendingMessage pending, MessageFiling filing, CancellationToken cancellation)
    {
        var target = filing switch
        {
            MessageFiling.Done => options.Done,
            MessageFiling.InProgress => options.InProgress,
            // It was taken back, and whoever looks in the mailbox sees that it waits.
            _ => options.Folder,
        };
        var places = await records.PlacesAsync(pending.Message.Id, cancellation);
        var isThere = places.Any(place => place.Folder == target);
        foreach (var place in places.Where(place => place.Folder != target))
        {
            switch (await MoveAsync(pending, place, target, cancellation))
            {
                case Reply<MailMove>.NotAnswered silent:
                    return silent.Why;
                case Reply<MailMove>.Answered { Value: MailMove.Moved }:
                    isThere = true;
                    break;
            }
        }

        if (!isThere)
        {
            var found = await search.FindAsync(pending.Identity, pending.MessageId, cancellation);
            if (found is Reply<IReadOnlyList<FoundMail>>.NotAnswered none)
                return none.Why;
            foreach (var (place, _) in ((Reply<IReadOnlyList<FoundMail>>.Answered)found).Value)
            {
                if (place.Folder == target)
                    await records.MovedAsync(pending.Message.Id, place, place, cancellation);
                else if (await MoveAsync(pending, place, target, cancellation) is Reply<MailMove>.NotAnswered silent)
                    return silent.Why;
                isThere = true;
            }
        }

        await records.FiledAsync(pending.Message.Id, isThere ? filing : MessageFiling.Lost, cancellation);
        return null;
    }

    private async Task<Reply<MailMove>> MoveAsync(
        PendingMessage pending, MailKey place, MailFolderPath target, CancellationToken cancellation)
    {
        var moved = await store.MoveAsync(place, target, cancellation);
        if (moved is Reply<MailMove>.Answered { Value: var move })
            await records.MovedAsync(pending.Message.Id, place, (move as MailMove.Moved)?.Key, cancellation);
        return moved;
    }
}
