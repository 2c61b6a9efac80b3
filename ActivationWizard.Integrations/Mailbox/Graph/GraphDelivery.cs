using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>
/// Sends from a draft: made and marked first, known to the caller by its id, sent once. Exchange sends a draft at most once; what
/// is no draft any more was sent.
/// </summary>
internal sealed class GraphDelivery(GraphClient graph, MailWriting writing) : IMailDelivery
{
    public async Task<EffectOutcome<string?>> DraftAsync(
        MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        await graph.FindAsync(mail.Reference, IdOf(message), cancellation) switch
        {
            Reply<IReadOnlyList<GraphMail>>.NotAnswered silent => new EffectOutcome<string?>.NotDone(silent.Why),
            Reply<IReadOnlyList<GraphMail>>.Answered { Value: [] } => await MadeAsync(message, mail, cancellation),
            Reply<IReadOnlyList<GraphMail>>.Answered { Value: var known }
                when known.FirstOrDefault(one => one.IsDraft is true) is { } ready =>
                await MarkedAsync(ready, message, mail, cancellation),
            // Sent already, by whoever asked before: that is for who finds out what became of it.
            _ => new EffectOutcome<string?>.Unknown(FailureReason.Nonsense),
        };

    public async Task<EffectOutcome<NoResult>> SendAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellation)
    {
        if (mail.Draft is not { } draft)
            return new EffectOutcome<NoResult>.NotDone(FailureReason.Nonsense);
        return await graph.ReadAsync(draft, cancellation) switch
        {
            Reply<GraphMail?>.NotAnswered silent => new EffectOutcome<NoResult>.NotDone(silent.Why),
            Reply<GraphMail?>.Answered { Value: { IsDraft: true } ready } => ready.Match(mail.To) is ReferenceMatch.Ours
                ? await graph.SendAsync(mail.Reference, draft, cancellation)
                : new EffectOutcome<NoResult>.Refused(RefusalCodes.OtherRecipient),
            Reply<GraphMail?>.Answered { Value: { } sent } when sent.MatchSent(mail.To) is ReferenceMatch.Ours =>
                new EffectOutcome<NoResult>.Done(NoResult.Value),
            // Gone from Drafts, or sent to somebody else.
            _ => new EffectOutcome<NoResult>.Unknown(FailureReason.Nonsense),
        };
    }

    public async Task<EffectOutcome<NoResult>> SendTestAsync(MimeMessage message, CancellationToken cancellation) =>
        await graph.DraftAsync(key: null, await WrittenAsync(message, cancellation), answered: null, cancellation) switch
        {
            EffectOutcome<GraphMail>.Done { Result: var made } => await graph.SendAsync(key: null, made.Id, cancellation),
            _ => new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable),
        };

    public Task<Reply<NoResult>> SignInAsync(CancellationToken cancellation) => graph
        .FindByMessageIdAsync("<controle@bestaat-niet.example>", cancellation).SelectAsync(_ => NoResult.Value);

    public async Task<Reply<ReferenceMatch>> FindAsync(MailTrace trace, CancellationToken cancellation)
    {
        if (trace.Draft is { } draft)
        {
            var seen = await graph.ReadAsync(draft, cancellation);
            if (seen is not Reply<GraphMail?>.Answered { Value: null })
                return seen.Select(mail => mail!.MatchSent(trace.Recipient));
        }

        return await graph.FindAsync(trace.Reference, trace.MessageId, cancellation).ThenAsync(found => Task.FromResult(
            found.Where(one => one.IsDraft is not true).Select(one => one.MatchSent(trace.Recipient)).ToList()
                is { Count: > 0 } sent
                ? new Reply<ReferenceMatch>.Answered(sent.Together())
                : trace.Draft is null || found.Count > 0
                    ? new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing)
                    // Not in Drafts any more, and not in Sent yet: Exchange files it when it has sent it.
                    : (Reply<ReferenceMatch>)new Reply<ReferenceMatch>.NotAnswered(FailureReason.Unreachable)));
    }

    public Task<Reply<bool>> HasFiledAsync(CancellationToken cancellation) =>
        graph.LastSentAsync(cancellation).SelectAsync(sent => sent.Any(writing.IsOurs));

    private async Task<EffectOutcome<string?>> MadeAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellation)
    {
        string? answered = null;
        if (mail.Answers is { } request)
        {
            var asked = await graph.FindByMessageIdAsync(request.MessageId, cancellation);
            if (asked is Reply<IReadOnlyList<GraphMail>>.NotAnswered silent)
                return new EffectOutcome<string?>.NotDone(silent.Why);
            answered = ((Reply<IReadOnlyList<GraphMail>>.Answered)asked).Value.FirstOrDefault(one => one.IsDraft is false)?.Id;
        }

        return await graph.DraftAsync(mail.Reference, await WrittenAsync(message, cancellation), answered, cancellation) switch
        {
            EffectOutcome<GraphMail>.Done { Result: var made } => await MarkedAsync(made, message, mail, cancellation),
            var other => Carried(other),
        };
    }

    // Who is on it is looked at before its id is given to anybody.
    private async Task<EffectOutcome<string?>> MarkedAsync(
        GraphMail made, MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        made.Match(mail.To) is not ReferenceMatch.Ours
            ? new EffectOutcome<string?>.Refused(RefusalCodes.OtherRecipient)
            : await graph.MarkAsync(mail.Reference, made.Id, IdOf(message), cancellation) switch
            {
                EffectOutcome<GraphMail>.Done => new EffectOutcome<string?>.Done(made.Id),
                // The draft is there, whatever became of its mark: it is found again, and not made once more.
                EffectOutcome<GraphMail>.NotDone not => new EffectOutcome<string?>.Unknown(not.Why),
                var other => Carried(other),
            };

    private static EffectOutcome<string?> Carried(EffectOutcome<GraphMail> other) => other switch
    {
        EffectOutcome<GraphMail>.Refused refused => new EffectOutcome<string?>.Refused(refused.Code),
        EffectOutcome<GraphMail>.NotDone not => new EffectOutcome<string?>.NotDone(not.Why),
        EffectOutcome<GraphMail>.Unknown unknown => new EffectOutcome<string?>.Unknown(unknown.Why),
        _ => throw new InvalidOperationException("EffectOutcome is closed."),
    };

    private static string IdOf(MimeMessage message) => message.Headers[HeaderId.MessageId]!.Trim('<', '>');

    private static async Task<byte[]> WrittenAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        await message.WriteToAsync(MailFormat.Of(message), written, cancellation);
        return written.ToArray();
    }
}
