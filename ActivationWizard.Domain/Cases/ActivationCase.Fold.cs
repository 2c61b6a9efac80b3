using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>What each event makes of the case.</summary>
public sealed partial record ActivationCase
{
    /// <summary>The case after all of these events, in order; at least one.</summary>
    public static ActivationCase Fold(IEnumerable<RecordedEvent> entries)
    {
        ActivationCase? folded = null;
        foreach (var entry in entries)
            folded = folded?.After(entry) ?? Open(entry);
        return folded ?? throw new ArgumentException("A case has at least one event.", nameof(entries));
    }

    private ActivationCase With(RecordedEvent entry) => entry.Event switch
    {
        CaseTaken => HandledBy(entry.Actor, entry.At),
        CaseHandedOver over => HandledBy(over.To, entry.At) with
        {
            PassedOn = over.Reason is { } why ? new PassedOn(entry.Actor, Handler, why, over.Act) : null,
        },
        TakeOverAsked => this with { TakeOver = new ActedBy(entry.Actor, entry.At) },
        CaseKept => this with { TakeOver = null },
        WentBackInTime back => this with { WentBackTo = back.Epoch, IsInDoubt = true },
        CaseSkipped skipped => this with
        {
            Handler = null,
            HandledSince = null,
            WasTakenOver = false,
            TakeOver = null,
            PassedOn = null,
            Skipped = new Skip(entry.Actor, entry.At, skipped.Reason, skipped.Note),
        },
        FactsGathered gathered => this with { Facts = gathered.Facts },
        ProposalMade made => this with { Verdict = made.Verdict, Hold = null, Composed = null, Template = null },
        QuestionRaised raised => this with { Verdict = raised.Verdict, Hold = null },
        SeveralPersonsFound several => this with { Verdict = several.Verdict, Hold = HoldReason.IdentifyPerson },
        HoldPlaced held => this with { Verdict = held.Verdict, Hold = held.Reason },
        TenantChosen chosen => FromStart() with { ChosenPartyId = chosen.PartyId },
        TreatedAsNewCode => this with { CodeKind = CodeKind.New, Verdict = null, RefusalReason = null },
        ProofRecorded proof => this with { Proof = proof.Proof, Verdict = null, Facts = Facts.Proven(proof.Proof, entry.At) },
        FactAnswered answer =>
            this with { Facts = HandFacts.With(Facts, Request, answer.Fact, answer.Value, entry.At), Verdict = null },
        ArrangementDecided decided => this with { ArrangementMaySend = decided.MaySend, Verdict = null },
        FetchAgainAsked => FromStart() with { Trouble = null },
        TrialBegun => FromStart() with { IsTrial = true, IsTrialOver = false },
        WentLive => this with { IsTrialOver = true },
        TrialLeft => FromStart() with { IsTrial = false, IsTrialOver = false },
        PracticeRecorded recorded => this with { Practice = recorded },
        RefusalChosen chosen =>
            this with { RefusalReason = chosen.Reason, Hold = null, Composed = null, Template = null, Trouble = null },
        TemplateChosen chosen => this with { Template = chosen.Template, Composed = null },
        ReplyComposed or ReplyNotComposed => this with { Composed = entry.Event },
        ProposalAccepted accepted => this with
        {
            Acceptance = accepted.Acceptance,
            Agreed = new ActedBy(entry.Actor, entry.At),
            TakeOver = null,
            AcceptedFacts = Facts,
            AcceptedAt = entry.Sequence,
            Changes = [],
            Failures = 0,
        },
        FactsRechecked again => this with { Facts = again.Facts, RecheckedAt = entry.Sequence, Trouble = null },
        FactsChanged changed => this with
        {
            Facts = changed.Facts,
            FactsBefore = AcceptedFacts ?? Facts,
            Changes = changed.Changes,
            Acceptance = null,
            AcceptedFacts = null,
            Verdict = null,
        },
        ChangedBeforeSending changed => this with
        {
            Facts = changed.Facts,
            FactsBefore = AcceptedFacts,
            Changes = changed.Changes,
            Trouble = changed,
            Effects = Effects.GivenUp(Pending, entry),
            Pending = null,
            Lost = null,
        },
        EffectRequested requested => this with
        {
            Effects = Effects.Requested(requested, entry),
            Results = requested.AddTo(Results),
            Pending = requested,
            Asked = requested,
            Lost = null,
            Trouble = null,
        },
        MailReceived received => this with { Mails = Mails.Add(new ReceivedMail(received.Mail, entry.Actor, entry.At)) },
        NewAddressSought sought => this with
        {
            Sought = new SoughtAddress(
                sought.Facts,
                sought.Verdict,
                sought.Verdict.Row == Verdict?.Row && sought.Verdict.Ruling == Verdict.Ruling,
                entry.At),
        },
        // What was agreed to stands: the same words, and what they rest on as it was read for this address.
        ReplyReaddressed again => this with
        {
            Readdressed = again.To,
            Facts = Sought?.Facts ?? Facts,
            AcceptedFacts = Sought?.Facts ?? AcceptedFacts,
            Sought = null,
            Trouble = null,
            TakeOver = null,
            Failures = 0,
        },
        CaseWithdrawn withdrawn => this with { DoubleOf = withdrawn.DoubleOf },
        BounceSettled settled => this with { Settled = settled, Sought = null, Trouble = null, TakeOver = null },
        EffectDone done => this with
        {
            Results = done.AddTo(Results, entry.At),
            Effects = Effects.Ended(done, entry),
            Pending = null,
            Lost = null,
            Failures = 0,
            Trouble = null,
        },
        EffectTrouble trouble => With(trouble) with { Effects = Effects.Troubled(trouble, entry), Pending = null, Lost = null },
        EffectInquiry inquiry => With(inquiry, entry.At) with
        {
            Effects = Effects.Sought(inquiry),
            Results = inquiry.AddTo(Results),
        },
        _ => this,
    };

    private ActivationCase With(EffectTrouble trouble)
    {
        var next = this with { Results = trouble.AddTo(Results) };
        return trouble switch
        {
            AttentionLeftOpen => next,
            // What comes after it in the route cannot have happened either.
            DidNotHappen => next with { Trouble = null, Failures = 0, IsInDoubt = IsInDoubt && Trouble is not LostTimeDoubted },
            EffectNotDone => next with { Trouble = trouble, Failures = Failures + 1 },
            { IsSettled: true } => next with { Trouble = null },
            _ => next with { Trouble = trouble, Hold = trouble.PutsOnHold ?? Hold, Evidence = null, Sought = null },
        };
    }

    private ActivationCase With(EffectInquiry inquiry, DateTimeOffset at) => inquiry switch
    {
        AnswerLost lost => this with
        {
            Lost = new LostAnswer(lost.Why, (Lost?.Looks ?? 0) + 1, at, lost.NotBefore, lost.Again),
            Failures = Failures + 1,
        },
        RequestRepeated => this with { Lost = Lost is null ? null : Lost with { Again = null } },
        LookAgainAsked => this with
        {
            Lost = Lost is { Again: not null } ? Lost.Sooner(at) : Lost,
            Evidence = null,
            Sought = null,
        },
        EvidenceFound found => this with { Evidence = new Evidence(found.Kind, found.Detail, at) },
        _ => this,
    };

    private ActivationCase HandledBy(Actor employee, DateTimeOffset at) =>
        this with
        {
            Handler = employee,
            HandledSince = at,
            TakeOver = null,
            PassedOn = null,
            WasTakenOver = Handler is { } before && (WasTakenOver || before.Id != employee.Id),
        };

    // Facts are asked anew; what the effects already did stands, and what was agreed to does not.
    private ActivationCase FromStart() => this with
    {
        Facts = CaseFacts.None,
        Verdict = null,
        Acceptance = null,
        AcceptedFacts = null,
        FactsBefore = null,
        Changes = [],
        RefusalReason = null,
    };
}
