using System.Text.Json.Serialization;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// A request came in and has a case; <paramref name="Reopens"/> is the case that is over, of which it is handled again.
/// </summary>
[JournalName("case-opened")]
public sealed record CaseOpened(
    CaseNumber Number,
    ActivationRequest Request,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReopenedCase? Reopens = null) : CaseEvent;

/// <summary>The wizard began to ask the sources about a request that nobody has taken yet.</summary>
[JournalName("gathering-begun")]
public sealed record GatheringBegun : CaseEvent;

/// <summary>An employee took the case, or took it over; the envelope says who.</summary>
[JournalName("case-taken")]
public sealed record CaseTaken : CaseEvent;

/// <summary>A colleague asks whoever has the case to hand it over; the envelope says who asks.</summary>
[JournalName("take-over-asked")]
public sealed record TakeOverAsked : CaseEvent;

/// <summary>
/// The installation went back to an earlier moment and began this epoch: what was done for the case since that moment is not in
/// its journal, and is looked for before anything is done.
/// </summary>
[JournalName("went-back-in-time")]
public sealed record WentBackInTime(Epoch Epoch) : CaseEvent;

/// <summary>Whoever has the case was asked for it, and keeps it.</summary>
[JournalName("case-kept")]
public sealed record CaseKept : CaseEvent;

/// <summary>
/// The case is this employee's from now on: handed over by whoever had it, or by a team lead, for this reason when all cases of
/// somebody who is away were handed over at once. All cases of that one act have its <paramref name="Act"/>; null for none.
/// </summary>
[JournalName("case-handed-over")]
public sealed record CaseHandedOver(
    Actor To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Act = null) : CaseEvent;

/// <summary>
/// Whoever had the case gave it back to the list, undone, or a team lead did for who is away; the envelope says who. The note is
/// at most 500 characters. Of a team lead's <paramref name="Act"/> the same holds as when cases are handed over.
/// </summary>
[JournalName("case-skipped")]
public sealed record CaseSkipped(
    SkipReason Reason,
    string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Act = null) : CaseEvent;

/// <summary>The sources were asked as far as the table needed them.</summary>
[JournalName("facts-gathered")]
public sealed record FactsGathered(CaseFacts Facts) : CaseEvent;

/// <summary>The table came to a route or a refusal; nothing happens until a person agrees.</summary>
[JournalName("proposal-made")]
public sealed record ProposalMade(Verdict Verdict) : CaseEvent;

/// <summary>The table asks whether a first code for an active account is a new code (D21).</summary>
[JournalName("question-raised")]
public sealed record QuestionRaised(Verdict Verdict) : CaseEvent;

/// <summary>Several persons match (D03).</summary>
[JournalName("several-persons-found")]
public sealed record SeveralPersonsFound(Verdict Verdict) : CaseEvent;

/// <summary>The table, a guard or a declined correction put the case on hold.</summary>
[JournalName("hold-placed")]
public sealed record HoldPlaced(HoldReason Reason, Verdict Verdict) : CaseEvent;

/// <summary>A person chose one of the candidates (D03).</summary>
[JournalName("tenant-chosen")]
public sealed record TenantChosen(string PartyId) : CaseEvent;

/// <summary>A person said that the first code is to be a new one (D21).</summary>
[JournalName("treated-as-new-code")]
public sealed record TreatedAsNewCode : CaseEvent;

/// <summary>A person stated how the administrator's identity was checked (D13).</summary>
[JournalName("proof-recorded")]
public sealed record ProofRecorded(IdentityProof Proof, string? Note) : CaseEvent;

/// <summary>A team lead decided that an arrangement does, or does not, stand in the administrator's way (D14).</summary>
[JournalName("arrangement-decided")]
public sealed record ArrangementDecided(bool MaySend, string Reason) : CaseEvent;

/// <summary>A person answered a source's question by hand; null is <em>weet ik niet</em>.</summary>
[JournalName("fact-answered")]
public sealed record FactAnswered(FactKind Fact, string? Value) : CaseEvent;

/// <summary>A person asked for the facts anew; answers given by hand are dropped.</summary>
[JournalName("fetch-again-asked")]
public sealed record FetchAgainAsked : CaseEvent;

/// <summary>A person chose to refuse, with the neutral reply, instead of what was proposed.</summary>
[JournalName("refusal-chosen")]
public sealed record RefusalChosen(string Reason) : CaseEvent;

/// <summary>A person chose another standard reply, or another language; it is written anew.</summary>
[JournalName("template-chosen")]
public sealed record TemplateChosen(TemplateChoice Template) : CaseEvent;

/// <summary>The standard reply was filled in for this requester: what the employee sees before it goes.</summary>
[JournalName("reply-drafted")]
public sealed record ReplyComposed(
    TemplateChoice Template,
    MailText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TemplateVersion? Version = null) : CaseEvent;

/// <summary>
/// There is no such standard reply when <paramref name="Why"/> is null, else it could not be read: the step stops here. It was
/// looked for in this <paramref name="Folder"/> of the mailbox; null for a file.
/// </summary>
[JournalName("reply-not-drafted")]
public sealed record ReplyNotComposed(
    TemplateChoice Template,
    FailureReason? Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Folder = null) : CaseEvent;

/// <summary>Somebody came to the case, and what the sources had said was too old to rely on: it is read again.</summary>
[JournalName("facts-outdated")]
public sealed record FactsOutdated : CaseEvent;

/// <summary>A person agreed with the proposal: the case goes on by itself from here.</summary>
[JournalName("proposal-accepted")]
public sealed record ProposalAccepted(Acceptance Acceptance) : CaseEvent;

/// <summary>The facts were read again, because they were old or just before an effect, and nothing had changed (G4).</summary>
[JournalName("facts-rechecked")]
public sealed record FactsRechecked(CaseFacts Facts) : CaseEvent;

/// <summary>
/// The facts were read again, because they were old or before the first effect, and something had changed (G4): the
/// table is run anew.
/// </summary>
[JournalName("facts-changed")]
public sealed record FactsChanged(CaseFacts Facts, IReadOnlyList<FactChange> Changes) : CaseEvent;

/// <summary>The facts were read again before sending, after an effect, and something had changed (G4): a person looks.</summary>
[JournalName("changed-before-sending")]
public sealed record ChangedBeforeSending(CaseFacts Facts, IReadOnlyList<FactChange> Changes) : CaseEvent;

/// <summary>
/// The code was shown to the handling employee, who makes the letter by hand; the envelope says to whom. The code is not in it.
/// </summary>
[JournalName("code-revealed")]
public sealed record CodeRevealed : CaseEvent;

/// <summary>
/// A person closed the case without effect; of a request that came in twice, <paramref name="DoubleOf"/> is the case that goes
/// on, or went.
/// </summary>
[JournalName("case-withdrawn")]
public sealed record CaseWithdrawn(
    string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseNumber? DoubleOf = null) : CaseEvent;

/// <summary>Klaar: the code went by e-mail.</summary>
[JournalName("sent-by-email")]
public sealed record CompletedByEmail : CaseEvent;

/// <summary>Klaar: the code went by letter.</summary>
[JournalName("sent-by-letter")]
public sealed record CompletedByLetter : CaseEvent;

/// <summary>Klaar: no code, and the requester was told.</summary>
[JournalName("request-refused")]
public sealed record RequestRefused : CaseEvent;
