using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Does what is left to do with a message that is dealt with: gives it to its case, and puts it in the folder where it belongs.
/// It is looked for where it was, and else by its Message-ID in our folders: whoever moved it, and whatever died in a move.
/// </summary>
public sealed class MessagePutting(
    MailRecords records, MessageTaking taking, ICaseMessages cases, IMailStore store, IncomingMailReader reader,
    IncomingMailOptions options)
{
    // A Message-ID is whatever its writer made it: of more messages with one it is a trick.
    private const int MostOfOneId = 20;

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
        var (content, silence) = await ContentAsync(pending, cancellation);
        if (silence is not null)
            return silence;
        await cases.TakeInAsync(
            new CaseMessage(
                message.Id, message.Case!, message.Kind, content,
                // Of one that a person added it is only what it claims.
                message.DecidedBy is null ? message.Effect : null, message.ReceivedAt, pending.By),
            cancellation);
        await records.TakenInAsync(message.Id, cancellation);
        return null;
    }

    private async Task<(IncomingMail? Content, FailureReason? Silence)> ContentAsync(
        PendingMessage pending, CancellationToken cancellation)
    {
        foreach (var place in await records.PlacesAsync(pending.Message.Id, cancellation))
        {
            switch (await store.ReadAsync(place, cancellation))
            {
                case Reply<MailReading>.NotAnswered silent:
                    return (null, silent.Why);
                case Reply<MailReading>.Answered { Value: MailReading.Found found }:
                    return (reader.Read(found.Source), null);
            }
        }

        var (elsewhere, why) = await FindAsync(pending, cancellation);
        return elsewhere is [var (_, source), ..] ? (reader.Read(source), why) : (null, why);
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
            var (found, silence) = await FindAsync(pending, cancellation);
            if (silence is not null)
                return silence;
            foreach (var (place, _) in found)
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

    private async Task<(IReadOnlyList<(MailKey Place, byte[] Source)> Found, FailureReason? Silence)> FindAsync(
        PendingMessage pending, CancellationToken cancellation)
    {
        var found = new List<(MailKey, byte[])>();
        if (pending.MessageId is not { } id)
            return (found, null);
        foreach (var folder in new[] { options.Done, options.InProgress, options.Folder })
        {
            var heads = await store.FindAsync(folder, id, cancellation);
            if (heads is Reply<IReadOnlyList<MailHead>?>.NotAnswered silent)
                return ([], silent.Why);
            foreach (var head in (((Reply<IReadOnlyList<MailHead>?>.Answered)heads).Value ?? []).Take(MostOfOneId))
            {
                switch (await store.ReadAsync(head.Key, cancellation))
                {
                    case Reply<MailReading>.NotAnswered none:
                        return ([], none.Why);
                    case Reply<MailReading>.Answered { Value: MailReading.Found read }
                        when taking.IsSame(pending.Identity, read.Source):
                        found.Add((head.Key, read.Source));
                        break;
                }
            }
        }

        return (found, null);
    }
}
