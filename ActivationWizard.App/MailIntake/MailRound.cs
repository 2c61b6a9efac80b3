using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Telemetry;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>What a round came to.</summary>
/// <param name="Trouble">What was in its way; null when everything that was there was handled.</param>
/// <param name="Silence">Why the mailbox gave no answer; null when it did.</param>
public sealed record RoundEnd(MailTrouble? Trouble, FailureReason? Silence);

/// <summary>
/// Goes through the folder in which requests come in once, and through the messages with which something is to be done still. A
/// message that fails is put off, and the next is handled.
/// </summary>
public sealed partial class MailRound(
    IMailStore store, MailRecords records, MessageTaking taking, MessagePutting putting, IncomingMailOptions options,
    ILogger<MailRound> log)
{
    // Of a folder with more in it the first are handled, and the others when those are put away.
    private const int MostListed = 50_000;
    private const int AtATime = 50;

    // A mailbox that fails so often one after the other gives no answer.
    private const int MostFailures = 3;

    // A message that failed so often, while others did not, is skipped.
    private const int MostTries = 5;

    // Counted when another message succeeds after it: a mailbox or a database that is away is no fault of a message.
    private readonly Dictionary<MailKey, int> _tries = [];
    private readonly HashSet<MailKey> _failed = [];
    private readonly Dictionary<Guid, int> _putOff = [];
    private int _left;

    /// <summary>
    /// Goes through both. <paramref name="goOn"/> is asked now and then, and says that another process took over.
    /// <paramref name="changed"/> is called when messages changed.
    /// </summary>
    public async Task<RoundEnd> RunAsync(Func<Task<bool>> goOn, Action changed, CancellationToken cancellation)
    {
        var listing = await store.ListAsync(options.Folder, MostListed, cancellation);
        if (listing is Reply<IReadOnlyList<MailHead>?>.NotAnswered silent)
            return new RoundEnd(MailTrouble.NoAnswer, silent.Why);
        if (listing is not Reply<IReadOnlyList<MailHead>?>.Answered { Value: { } heads })
            return new RoundEnd(MailTrouble.NoFolder, null);

        _failed.Clear();
        foreach (var gone in _tries.Keys.Except(heads.Select(head => head.Key)).ToList())
            _tries.Remove(gone);
        var known = await records.KnownAsync(options.Folder, heads.Select(head => head.Key), cancellation);
        var arrived = heads.Where(head => !known.Contains(head.Key)).ToList();
        taking.Expect(_left = arrived.Count);
        foreach (var some in arrived.Chunk(AtATime))
        {
            if (!await goOn())
            {
                LeaveToOthers();
                return new RoundEnd(null, null);
            }

            var end = await TakeAsync(some, changed, cancellation);
            if (end.Trouble is null)
                end = await CarryOnAsync(cancellation);
            if (end.Trouble is MailTrouble.NoAnswer)
                return end;
        }

        return await CarryOnAsync(cancellation);
    }

    /// <summary>Does what is left to do with messages that are dealt with.</summary>
    public async Task<RoundEnd> CarryOnAsync(CancellationToken cancellation)
    {
        var failures = 0;
        FailureReason? silence = null;
        while (await records.PendingAsync(_putOff.Keys, AtATime, cancellation) is { Count: > 0 } pending)
        {
            foreach (var one in pending)
            {
                silence = await TriedAsync(() => putting.CarryOnAsync(one, cancellation), cancellation);
                if (silence is null)
                {
                    failures = 0;
                    continue;
                }

                _putOff[one.Message.Id] = _putOff.GetValueOrDefault(one.Message.Id) + 1;
                if (++failures >= MostFailures)
                    return new RoundEnd(MailTrouble.NotFiled, silence);
            }
        }

        return _putOff.Count is 0 ? new RoundEnd(null, null) : new RoundEnd(MailTrouble.NotFiled, silence);
    }

    /// <summary>Another process takes in mail, and knows how much there is.</summary>
    public void LeaveToOthers() => taking.Expect(null);

    /// <summary>What was put off is tried again.</summary>
    public void TryAgain() => _putOff.Clear();

    private async Task<RoundEnd> TakeAsync(IEnumerable<MailHead> heads, Action changed, CancellationToken cancellation)
    {
        var failures = 0;
        foreach (var head in heads)
        {
            var isNew = false;
            var silence = await TriedAsync(async () =>
            {
                (isNew, var why) = await TakeAsync(head, cancellation);
                return why;
            }, cancellation);
            if (isNew)
                changed();
            if (silence is null)
            {
                foreach (var failed in _failed)
                    _tries[failed] = _tries.GetValueOrDefault(failed) + 1;
                _failed.Clear();
                failures = 0;
                taking.Expect(--_left);
                continue;
            }

            _failed.Add(head.Key);
            if (++failures >= MostFailures)
                return new RoundEnd(MailTrouble.NoAnswer, silence);
        }

        return new RoundEnd(null, null);
    }

    private async Task<(bool IsNew, FailureReason? Silence)> TakeAsync(MailHead head, CancellationToken cancellation)
    {
        using var span = Tracing.Begin("take in mail");
        if (_tries.GetValueOrDefault(head.Key) >= MostTries)
            return (await taking.SkipAsync(head, MailSkipReason.ReadingFailed, cancellation), null);
        return await store.ReadAsync(head.Key, cancellation) switch
        {
            Reply<MailReading>.NotAnswered silent => (false, silent.Why),
            Reply<MailReading>.Answered { Value: MailReading.Found found } =>
                (await taking.TakeAsync(head, found.Source, cancellation), null),
            Reply<MailReading>.Answered { Value: MailReading.TooLarge } =>
                (await taking.SkipAsync(head, MailSkipReason.TooLarge, cancellation), null),
            // Somebody moved it meanwhile.
            _ => (false, null),
        };
    }

    // Whatever a message is made of, the next is handled.
    private async Task<FailureReason?> TriedAsync(Func<Task<FailureReason?>> actAsync, CancellationToken cancellation)
    {
        try
        {
            return await actAsync();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Failed(log, fault.GetType().FullName!, fault.StackTrace);
            return FailureReason.Nonsense;
        }
    }

    // Not the message of the fault: that may quote the mail.
    [LoggerMessage(1, LogLevel.Error, "A message of the mailbox could not be handled: {Kind}. It is tried again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string kind, string? trace);
}
