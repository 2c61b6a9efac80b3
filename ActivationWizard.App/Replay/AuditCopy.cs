using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Replay;

/// <summary>A case as one page by itself, for an auditor: to read and to print, and nothing else.</summary>
/// <param name="Raw">The case as it was read, with what became of checking its chain.</param>
/// <param name="By">Who takes it along.</param>
/// <param name="MadeAt">When it was read and checked.</param>
public sealed record AuditCopy(RawCase Raw, Actor By, DateTimeOffset MadeAt)
{
    // Black on white, as it comes on paper; wide tables fit by breaking their words.
    private const string Style =
        "body{font:11pt/1.45 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}"
        + "h2{border-top:2px solid;padding-top:1rem}h3{margin:1.5rem 0 .25rem;font-size:1.05rem}h2,h3{break-after:avoid}"
        + "dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem}dt{font-weight:bold}dd{margin:0}"
        + "dd,td,li,p,pre,code,blockquote{overflow-wrap:anywhere}.who{margin:0;color:#444}"
        + "table{width:100%;border-collapse:collapse;margin:.5rem 0;font-size:.92em;table-layout:fixed}"
        + "caption{text-align:left;font-weight:bold;padding-top:.5rem}th,td{border:1px solid #767676;padding:.25rem .4rem;"
        + "text-align:left;vertical-align:top}tr,dd,li,blockquote{break-inside:avoid}"
        + "pre{font:inherit;white-space:pre-wrap;border-left:3px solid #767676;margin:.5rem 0;padding-left:.75rem}"
        + ".seal{border:2px solid;padding:0 1rem 1rem;margin:1rem 0}.seal h2{border:0}@page{margin:1.5cm}";

    /// <summary>Every moment that could be read.</summary>
    public ReplaySession Session { get; } = ReplaySession.Of(Raw);

    /// <summary>The text of a reply that was drafted, agreed to or sent at this moment; null for any other.</summary>
    public static MailText? TextOf(ReplayMoment moment) => moment.Entry.Event switch
    {
        ReplyComposed composed => composed.Text,
        ProposalAccepted accepted => accepted.Acceptance.Reply,
        _ when moment.Case.Results.Replies is { Count: > 0 } sent && sent.Count > (moment.Before?.Results.Replies.Count ?? 0) =>
            sent[^1].Text,
        _ => null,
    };

    /// <summary>The whole page, in the reader's language.</summary>
    public async Task<string> ToHtmlAsync() =>
        PageByItself.Begin(AuditText.Title.With(Raw.Number), Style)
        + await PageByItself.PartAsync<AuditReport>(nameof(AuditReport.Copy), this)
        + PageByItself.End;
}
