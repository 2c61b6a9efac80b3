using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// Handles a case at the product's own desk as a calm employee would: takes it, records the proof, agrees, tries again what was
/// not done, and leaves alone what a person has to look into.
/// </summary>
internal sealed class Employee(
    Actor actor,
    AnswerHandler answers,
    ICaseJournal journal,
    StepPlanner planner,
    RequestIntake intake,
    CaseQueries queries,
    WaitingCases waiting,
    ActTimes acts,
    TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(80);

    private static readonly TimeSpan Declined = TimeSpan.FromSeconds(1);

    private readonly CaseDesk _desk = new(TestApp.CurrentOf(actor), answers, journal, intake, queries, waiting);

    /// <summary>The case once nothing more follows by itself or by this employee, or when the time is over.</summary>
    public async Task<Standing> HandleAsync(CaseNumber number, TimeSpan limit, int patience, CancellationToken cancellation)
    {
        // Not by the time of day: that may be moved meanwhile.
        var since = time.GetTimestamp();
        while (true)
        {
            var activation = (await journal.LoadAsync(number, cancellation))!;
            var rests = planner.For(activation, time.GetUtcNow()) is Move.Rest { Until: null };
            var answer = rests && patience > 0 ? AnswerTo(activation) : null;
            if (rests && answer is null)
                return Standing.Of(activation, rests: true);
            if (time.GetElapsedTime(since) > limit)
                return Standing.Of(activation, rests);

            var taken = answer is null
                || await AnswerAsync(number, activation.Version, answer) is Decision.Taken;
            if (!taken || answer is TryAgain or FetchAgain or AcceptProposal)
                patience--;
            // Who is declined, because another case has the tenant, looks again a moment later.
            await ChangedAsync(number, activation.Version, taken ? limit - time.GetElapsedTime(since) : Declined, cancellation);
        }
    }

    /// <summary>Gives one answer, whatever comes of it.</summary>
    public async Task<Decision> AnswerAsync(CaseNumber number, int version, Answer answer) =>
        (await acts.OfAsync(() => _desk.AnswerAsync(number, version, answer))).Decision;

    /// <summary>What this employee would say to the case as it is now; null to leave it.</summary>
    public static Answer? AnswerTo(ActivationCase activation) => activation switch
    {
        { Handler: null, State.IsFinal: false } => new TakeNewCase(),
        { State: ActivationState.OnHold, Hold: HoldReason.VerifyAdministrator, Proof: null } =>
            new RecordProof(IdentityProof.CalledBackOnKnownNumber, null),
        { State: ActivationState.OnHold, Hold: HoldReason.SourceUnavailable } => new FetchAgain(),
        { State: ActivationState.AwaitingDecision, Composed: ReplyNotComposed } => new FetchAgain(),
        { State: ActivationState.AwaitingDecision, Verdict.Ruling: Ruling.AskTreatAsNewCode } => new TreatAsNewCode(true),
        { State: ActivationState.AwaitingDecision } when Proposal.Of(activation) is { } proposal =>
            new AcceptProposal(Agree(activation, proposal)),
        { Trouble: EffectNotDone, State: not ActivationState.NeedsAttention } => new TryAgain(),
        _ => null,
    };

    private static Acceptance Agree(ActivationCase activation, Proposal proposal) => new()
    {
        OldAccountMayGo = proposal.DeletesAccount,
        RecentCodeMayDie = proposal.AsksAboutRecentCode,
        BlockAccount = proposal.AsksToBlock ? true : null,
        CorrectContacts = proposal.AsksToCorrectContacts ? true : null,
        Reply = (activation.Composed as ReplyComposed)?.Text,
        Template = (activation.Composed as ReplyComposed)?.Template,
        ToldBy = proposal is { Refusal: not null, Email: null } ? Channel.Phone : null,
    };

    private async Task ChangedAsync(CaseNumber number, int version, TimeSpan limit, CancellationToken cancellation)
    {
        var since = time.GetTimestamp();
        do
        {
            await Task.Delay(Look, time, cancellation);
        }
        while ((await queries.FindAsync(number, actor, cancellation))?.Version == version && time.GetElapsedTime(since) < limit);
    }
}
