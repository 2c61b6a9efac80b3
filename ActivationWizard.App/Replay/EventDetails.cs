using System.Globalization;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Replay;

/// <summary>What there is to know about an event besides its sentence: why, to whom, was and is.</summary>
public static class EventDetails
{
    /// <summary>A line each; none when the sentence says all.</summary>
    public static IEnumerable<string> Of(ReplayMoment moment) => moment.Entry.Event switch
    {
        CaseOpened opened => [.. Request(opened.Request), .. Reopens(opened)],
        FactsGathered gathered => Sources(gathered.Facts),
        ProposalMade made => Decided(moment.Case, made.Verdict),
        QuestionRaised raised => Decided(moment.Case, raised.Verdict),
        SeveralPersonsFound several => Decided(moment.Case, several.Verdict),
        HoldPlaced held => Decided(moment.Case, held.Verdict),
        RequestCorrected corrected => [.. Corrected(corrected), ReplayText.DetailReason.With(corrected.Reason)],
        NoteAdded note => [ReplayText.DetailNote.With(note.Text)],
        CaseReopened again => [ReplayText.DetailReason.With(again.Reason)],
        CasePutAside put => [ReplayText.DetailNote.With(put.Note)],
        TeamLeadAsked asked => [ReplayText.DetailQuestion.With(asked.Question)],
        TeamLeadAnswered answered => [ReplayText.DetailAnswer.With(answered.Text)],
        CaseHandedOver { Reason: { } reason } => [ReplayText.DetailReason.With(reason)],
        CaseSkipped { Note: { } note } => [ReplayText.DetailNote.With(note)],
        ProofRecorded { Note: { Length: > 0 } note } => [ReplayText.DetailNote.With(note)],
        ArrangementDecided decided => [ReplayText.DetailReason.With(decided.Reason)],
        RefusalChosen chosen => [ReplayText.DetailReason.With(chosen.Reason)],
        PracticeRecorded { Reason: { } reason } practice =>
            [ReplayText.DetailReason.With(PracticeWords.Why(reason, practice.Note))],
        ReplyComposed drafted => Mail(drafted),
        ProposalAccepted accepted => Agreed(accepted.Acceptance),
        FactsChanged changed => changed.Changes.Select(Change),
        ChangedBeforeSending changed => changed.Changes.Select(Change),
        CaseWithdrawn { DoubleOf: { } other } twice =>
            [ReplayText.DetailReason.With(twice.Reason), ReplayText.DetailDoubleOf.With(other)],
        CaseWithdrawn withdrawn => [ReplayText.DetailReason.With(
            withdrawn.Reason is nameof(Ruling.AskTreatAsNewCode) ? StepsText.QuestionTreatNo : withdrawn.Reason)],
        MailReceived received => Message(received.Mail),
        NewAddressSought => Addresses(moment.Case),
        ReplyReaddressed again => [ReplayText.DetailRecipient.With(again.To)],
        BounceSettled settled => [ReplayText.DetailNote.With(settled.Note)],
        EffectTrouble trouble => Trouble(trouble),
        AnswerLost lost => [Again(lost.Again)],
        EvidenceFound { Detail: { } detail } => [StepWords.Of(detail)],
        RequestRepeated repeated => [ReplayText.DetailKey.With(repeated.Key)],
        EffectRequested requested => [.. Asked(requested), ReplayText.DetailKey.With(requested.Key)],
        EffectDone done => Done(done),
        _ => [],
    };

    private static IEnumerable<string> Request(ActivationRequest request) =>
    [
        Pair(FactsText.FactRequester, StepWords.Of(request.Requester)),
        Pair(FactsText.FactCodeKind, StepWords.Of(request.Kind)),
        Pair(FactsText.RequestEmail, request.Email?.ToString() ?? FactsText.EmailComparisonNoneOnRequest),
        Pair(FactsText.ReceivedAt, StepWords.Of(request.Channel)),
    ];

    private static IEnumerable<string> Reopens(CaseOpened opened) =>
        opened.Reopens is { } ended ? [ReplayText.DetailReopens.With(ended.Number, ended.Reason)] : [];

    private static IEnumerable<string> Corrected(RequestCorrected corrected) =>
        CorrectionWords.Of(corrected.Was, corrected.Now)
            .Select(one => ReplayText.DetailWasIs.With(one.What, one.Was, one.Now));

    private static IEnumerable<string> Sources(CaseFacts facts)
    {
        var asked = new (FactStatus Status, Source Source, FailureReason? Why)[]
        {
            (facts.Person.Status, facts.Person.Source, facts.Person.Why),
            (facts.Tenancy.Status, facts.Tenancy.Source, facts.Tenancy.Why),
            (facts.Protection.Status, facts.Protection.Source, facts.Protection.Why),
            (facts.Arrangement.Status, facts.Arrangement.Source, facts.Arrangement.Why),
            (facts.Account.Status, facts.Account.Source, facts.Account.Why),
            (facts.Preference.Status, facts.Preference.Source, facts.Preference.Why),
        }.Where(fact => fact.Status is not FactStatus.NotAsked).ToList();
        if (asked.Count is not 0)
            yield return ReplayText.DetailSources.With(
                string.Join(", ", asked.Select(fact => StepWords.Of(fact.Source)).Distinct()));
        foreach (var (_, source, why) in asked.Where(fact => fact.Why is not null).DistinctBy(fact => fact.Source))
            yield return Pair(StepWords.Of(source), StepWords.Of(why!.Value));
    }

    private static IEnumerable<string> Decided(ActivationCase activation, Verdict verdict) =>
        [VerdictWords.Why(activation, verdict), ReplayText.DetailRule.With(verdict.Row, VerdictWords.Meaning(verdict.Row))];

    private static IEnumerable<string> Message(CaseMail mail)
    {
        yield return ReplayText.DetailSender.With(BounceWords.Sender(mail));
        if (mail.Subject.Length > 0)
            yield return ReplayText.DetailSubject.With(mail.Subject);
        yield return ReplayText.DetailMailCame.With(Moments.InFull(mail.ReceivedAt));
        if (mail.Notice is not { } notice)
            yield break;
        yield return Pair(BounceWords.Of(notice.End), BounceWords.Why(notice));
        if (notice.Diagnosis.Length > 0)
            yield return ReplayText.DetailDiagnosis.With(notice.Diagnosis);
    }

    private static IEnumerable<string> Addresses(ActivationCase activation) => activation switch
    {
        { Sought: { IsSame: false, Verdict: var now } } =>
            [ReplayText.DetailOtherVerdict.With(VerdictWords.Meaning(now.Row))],
        { NewAddresses: { Count: > 0 } found } => found.Select(address => ReplayText.DetailOtherAddress.With(address)),
        _ => [ReplayText.DetailNoOtherAddress],
    };

    private static IEnumerable<string> Mail(ReplyComposed composed)
    {
        yield return ReplayText.DetailSubject.With(composed.Text.Subject);
        if (composed.Template.Neutral)
            yield return ReplayText.DetailNeutral;
        if (composed.Version is { } version)
            yield return ReplayText.DetailTemplate.With(Moments.InFull(version.WrittenAt), version.Mark);
        if (composed.Version?.KeptSince is { } kept)
            yield return ReplayText.DetailTemplateKept.With(Moments.InFull(kept));
    }

    private static IEnumerable<string> Agreed(Acceptance acceptance)
    {
        if (acceptance.OldAccountMayGo)
            yield return ReplayText.DetailOldAccount;
        if (acceptance.RecentCodeMayDie)
            yield return ReplayText.DetailRecentCode;
        if (acceptance.BlockAccount is { } block)
            yield return block ? ReplayText.DetailBlockYes : ReplayText.DetailBlockNo;
        if (acceptance.CorrectContacts is true)
            yield return ReplayText.DetailCorrectYes;
        if (acceptance.Reply is { } reply)
            yield return ReplayText.DetailSubject.With(reply.Subject);
        if (acceptance.ToldBy is { } told)
            yield return ReplayText.DetailToldBy.With(StepWords.Of(told));
    }

    private static IEnumerable<string> Trouble(EffectTrouble trouble) => trouble switch
    {
        EffectNotDone { Again: { } again } => [Again(again)],
        EffectRefused refused => [RefusalWords.Of(refused.Effect.System, refused.Code)],
        CodeNotMailed silent => [RefusalWords.Of(silent.Effect.System, silent.Code)],
        ManualStepFailed failed => [ReplayText.DetailReason.With(failed.Reason)],
        DidNotHappen seen => [ReplayText.DetailReason.With(seen.Reason)],
        AttentionLeftOpen open => [ReplayText.DetailNote.With(open.Note)],
        _ => [],
    };

    private static IEnumerable<string> Asked(EffectRequested requested) => requested switch
    {
        ContactCorrectionRequested correct => new[]
        {
            correct.Correction.Private is { } own ? ReplayText.DetailPrivate.With(own.Address) : null,
            correct.Correction.Business is { } business ? ReplayText.DetailBusiness.With(business.Address) : null,
        }.OfType<string>(),
        CreationRequested { Email: { } email } => [ReplayText.DetailRecipient.With(email)],
        ActivationRequested { MailTo: { } email } => [ReplayText.DetailRecipient.With(email)],
        LetterDispatchRequested letter => [ReplayText.DetailRecipient.With(string.Join(", ", letter.Lines))],
        ReplyRequested reply => [ReplayText.DetailRecipient.With(reply.To), ReplayText.DetailSubject.With(reply.Text.Subject)],
        ContactRegistrationRequested contact => [ReplayText.DetailToldBy.With(StepWords.Of(contact.Told))],
        _ => [],
    };

    private static IEnumerable<string> Done(EffectDone done) => done switch
    {
        AccountActivated activated => new[]
        {
            activated.MailedTo is { } email ? ReplayText.DetailRecipient.With(email) : null,
            activated.CodeExpiresAt is { } expires ? ReplayText.DetailExpires.With(Day(expires)) : null,
        }.OfType<string>(),
        CodeRead { ExpiresAt: { } expires } => [ReplayText.DetailExpires.With(Day(expires))],
        AccountUnblocked unblocked => [ReplayText.DetailAccountNow.With(StepWords.Of(unblocked.Status))],
        _ => [],
    };

    private static string Change(FactChange change) =>
        ReplayText.DetailWasIs.With(StepWords.Of(change.Fact), change.Was, change.Is);

    private static string Again(DateTimeOffset at) => ReplayText.DetailAgain.With(Moments.Clock(at, withSeconds: true));

    private static string Pair(string label, string value) => $"{label}: {value}";

    private static string Day(DateTimeOffset moment) => Moments.Local(moment).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
