using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>A copy of a message, as it came over the wire, and where it lies.</summary>
public sealed record FoundMail(MailKey Place, byte[] Source);

/// <summary>
/// Finds a message in the mailbox: where copies of it were seen, and else by its Message-ID in our folders, whoever moved it,
/// whatever died in a move, and where a move is not written down yet.
/// </summary>
public sealed class MessageSearch(
    MailRecords records, IMailStore store, IncomingMailReader reader, IncomingMailOptions options)
{
    // A Message-ID is whatever its writer made it: of more messages with one it is a trick.
    private const int MostOfOneId = 20;

    /// <summary>Reads a message, wherever it lies; gone where it is nowhere, or was never known.</summary>
    public async Task<Reply<MailReading>> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await records.TraceAsync(id, cancellation) is not { } trace)
            return Answered(new MailReading.Gone());
        foreach (var place in trace.Places)
        {
            var read = await store.ReadAsync(place, cancellation);
            if (read is not Reply<MailReading>.Answered { Value: MailReading.Gone })
                return read;
        }

        return (await FindAsync(trace.Identity, trace.MessageId, cancellation)).Select<MailReading>(
            found => found is [var copy, ..] ? new MailReading.Found(copy.Source) : new MailReading.Gone());
    }

    /// <summary>Each copy of it in our folders; none for a message without a Message-ID.</summary>
    /// <param name="identity">A pseudonym of what the message is known by: others can have the same Message-ID.</param>
    /// <param name="messageId">Without brackets; null for none.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Reply<IReadOnlyList<FoundMail>>> FindAsync(
        string identity, string? messageId, CancellationToken cancellation)
    {
        var found = new List<FoundMail>();
        foreach (var folder in messageId is null ? [] : new[] { options.Done, options.InProgress, options.Folder })
        {
            var heads = await store.FindAsync(folder, messageId!, cancellation);
            if (heads is Reply<IReadOnlyList<MailHead>?>.NotAnswered silent)
                return new Reply<IReadOnlyList<FoundMail>>.NotAnswered(silent.Why);
            foreach (var head in (((Reply<IReadOnlyList<MailHead>?>.Answered)heads).Value ?? []).Take(MostOfOneId))
            {
                switch (await store.ReadAsync(head.Key, cancellation))
                {
                    case Reply<MailReading>.NotAnswered none:
                        return new Reply<IReadOnlyList<FoundMail>>.NotAnswered(none.Why);
                    case Reply<MailReading>.Answered { Value: MailReading.Found read } when IsSame(identity, read.Source):
                        found.Add(new FoundMail(head.Key, read.Source));
                        break;
                }
            }
        }

        return new Reply<IReadOnlyList<FoundMail>>.Answered(found);
    }

    private bool IsSame(string identity, byte[] source) =>
        records.PseudonymOf(reader.Read(source).Envelope.Identity) == identity;

    private static Reply<MailReading> Answered(MailReading reading) => new Reply<MailReading>.Answered(reading);
}
