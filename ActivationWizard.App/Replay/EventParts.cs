using System.Globalization;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Replay;

/// <summary>What the sentence of an event is filled in with, after the name of who did it.</summary>
public static class EventParts
{
    /// <summary>The parts in the order of the sentence; empty when it has none.</summary>
    public static IReadOnlyList<string> Of(ReplayMoment moment) => moment.Entry.Event switch
    {
        CaseOpened opened => [opened.Request.Name, opened.Request.Address.ToString()],
        CaseHandedOver over => [over.To.Name],
        CaseSkipped skipped => [StepWords.Of(skipped.Reason)],
        RequestCorrected corrected => [What(corrected)],
        CaseReopened again => [again.As.ToString()],
        CasePutAside put => [put.Until.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)],
        ProposalMade => [Proposed(moment.Case)],
        QuestionRaised => [StepsText.QuestionTreatAsNew],
        HoldPlaced held => [VerdictWords.HoldTitle(held.Reason, held.Verdict, moment.Case.Facts)],
        TenantChosen chosen => [NameOf(moment.Before, chosen.PartyId)],
        ProofRecorded proof => [StepWords.Of(proof.Proof)],
        ArrangementDecided decided => [decided.MaySend ? StepsText.ArrangementMaySend : StepsText.ArrangementMayNot],
        FactAnswered answer =>
        [
            StepWords.Of(answer.Fact),
            answer.Value is { } value ? HandWords.Answer(answer.Fact, value, moment.Case.Facts) : HandText.DontKnow,
        ],
        TemplateChosen chosen => [TemplateWords.Name(chosen.Template)],
        ReplyComposed drafted => [TemplateWords.Name(drafted.Template)],
        ReplyNotComposed failed => [TemplateWords.Briefly(failed)],
        ProposalAccepted => [Proposed(moment.Case)],
        PracticeRecorded practice => [PracticeWords.Of(practice)],
        PreferenceChangeRequested requested => [requested.SendTo.ToString()],
        PreferenceSet set => [set.SendTo.ToString()],
        MailReceived received => [BounceWords.Of(received.Mail.Tie)],
        BounceSettled settled => [BounceWords.Of(settled.End)],
        EffectNotDone trouble => Trouble(trouble, trouble.Why),
        OutcomeUnknown trouble => Trouble(trouble, trouble.Why),
        ManualStepNeeded trouble => Trouble(trouble, trouble.Why),
        EffectTrouble trouble => [StepWords.Of(trouble.Effect), StepWords.Of(trouble.Effect.System)],
        AnswerLost lost => [StepWords.Of(lost.Effect), StepWords.Of(lost.Effect.System), StepWords.Of(lost.Why)],
        EvidenceFound found => [StepWords.Of(found.Effect), StepWords.Of(found.Effect.System), StepWords.Of(found.Kind)],
        EffectInquiry inquiry => [StepWords.Of(inquiry.Effect), StepWords.Of(inquiry.Effect.System)],
        _ => [],
    };

    private static string[] Trouble(EffectTrouble trouble, FailureReason why) =>
        [StepWords.Of(trouble.Effect), StepWords.Of(trouble.Effect.System), StepWords.Of(why)];

    // Some proposals are sentences of their own: their full stop is the event's.
    private static string Proposed(ActivationCase activation) =>
        Proposal.Of(activation) is { } proposal ? VerdictWords.Proposed(proposal).TrimEnd('.') : FactsText.None;

    private static string What(RequestCorrected corrected) => string.Join(
        ", ", CorrectionWords.Of(corrected.Was, corrected.Now).Select(one => one.What.ToLower(CultureInfo.CurrentCulture)));

    private static string NameOf(ActivationCase? before, string partyId) =>
        before?.Facts.Person.Value?.Candidates.FirstOrDefault(candidate => candidate.Party.Id == partyId)?.Party.Name.OnEnvelope
            ?? partyId;
}
