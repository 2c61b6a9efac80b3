using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Answers;

/// <summary>What a person can tell the wizard about a case: one record per question.</summary>
public abstract record Answer;

/// <summary>I take this case, or take it over after I asked and got no answer.</summary>
public sealed record TakeCase : Answer;

/// <summary>I take this case when nobody has it: of two who say so at once, one gets it.</summary>
public sealed record TakeNewCase : Answer;

/// <summary>I go on with this case of mine: what is too old is read again.</summary>
public sealed record ResumeCase : Answer;

/// <summary>
/// I give this case back to the list. <see cref="SkipReason.Other"/> needs the note, of at most 500 characters.
/// </summary>
public sealed record SkipCase(SkipReason Reason, string? Note) : Answer;

/// <summary>May I take this case over?</summary>
public sealed record AskToTakeOver : Answer;

/// <summary>Whoever asked may have it.</summary>
public sealed record HandCaseOver : Answer;

/// <summary>I am still busy with it.</summary>
public sealed record KeepCase : Answer;

/// <summary>A team lead: this employee handles it from now on.</summary>
public sealed record Reassign(Actor To) : Answer;

/// <summary>The request is to be read so. The reason is 1 to 500 characters.</summary>
public sealed record CorrectRequest(RequestValues Now, string Reason) : Answer;

/// <summary>
/// I put this case of mine aside until this day, which is after today and at most a year ahead; null is a day that was not
/// filled in. The note is 1 to 500 characters.
/// </summary>
public sealed record PutCaseAside(DateOnly? Until, string Note) : Answer;

/// <summary>I go on with this case before the day that I put it aside until.</summary>
public sealed record TakeCaseBack : Answer;

/// <summary>I ask the team lead this, 1 to 500 characters.</summary>
public sealed record AskTeamLead(string Question) : Answer;

/// <summary>A team lead: this is my answer to what was asked, 1 to 500 characters.</summary>
public sealed record AnswerTeamLead(string Text) : Answer;

/// <summary>I write this down about the case, 1 to 500 characters.</summary>
public sealed record AddNote(string Text) : Answer;

/// <summary>
/// A team lead, for whom <paramref name="FromId"/> names and who is away: this employee handles the case from now on, or, for
/// null, whoever takes it from the list. The reason is 1 to 500 characters.
/// </summary>
public sealed record PassOn(string FromId, Actor? To, string Reason) : Answer
{
    /// <summary>The act by which all cases of that person are handed over; null for a case by itself.</summary>
    public Guid? Act { get; init; }
}

/// <summary>It is this candidate (D03).</summary>
public sealed record ChooseTenant(string PartyId) : Answer;

/// <summary>A first code for an active account: treat it as a new code, or close the case (D21).</summary>
public sealed record TreatAsNewCode(bool Yes) : Answer;

/// <summary>Show this standard reply instead.</summary>
public sealed record ChooseTemplate(TemplateChoice Template) : Answer;

/// <summary>Do what is proposed.</summary>
public sealed record AcceptProposal(Acceptance Acceptance) : Answer;

/// <summary>Ask the sources again: it was put right there.</summary>
public sealed record FetchAgain : Answer;

/// <summary>Refuse with the neutral reply instead. The reason is 1 to 500 characters.</summary>
public sealed record RefuseInstead(string Reason) : Answer;

/// <summary>Close without effect. The reason is 1 to 500 characters.</summary>
public sealed record Withdraw(string Reason) : Answer;

/// <summary>
/// The request came in twice: this case is closed and <paramref name="Other"/>, which came first, goes on. Only while nobody has
/// agreed to anything. The reason is 1 to 500 characters.
/// </summary>
public sealed record CloseAsDouble(CaseNumber Other, string Reason) : Answer
{
    /// <summary>The other case as it is; null until it was read, and where there is none.</summary>
    internal ActivationCase? First { get; private init; }

    internal CloseAsDouble Beside(ActivationCase? first) => this with { First = first };
}

/// <summary>Identity was checked this way (D13). The note is at most 500 characters.</summary>
public sealed record RecordProof(IdentityProof Proof, string? Note) : Answer;

/// <summary>A team lead: the arrangement does, or does not, stand in the administrator's way (D14).</summary>
public sealed record DecideArrangement(bool MaySend, string Reason) : Answer;

/// <summary>The fact as I saw it in the system's own screens; null is <em>weet ik niet</em>.</summary>
public sealed record AnswerFact(FactKind Fact, string? Value) : Answer;

/// <summary>Try again what was not done.</summary>
public sealed record TryAgain : Answer;

/// <summary>I will do this step by hand.</summary>
public sealed record TakeStepByHand : Answer;

/// <summary>I did the step by hand.</summary>
public sealed record ConfirmManualStep : Answer;

/// <summary>Show me the code, which I have to put in a letter by hand.</summary>
public sealed record RevealCode : Answer;

/// <summary>
/// There is a code in Umbrella, good up to and including this day, and I put it in the letter myself; null is a day
/// that was not filled in.
/// </summary>
public sealed record SawCode(DateOnly? LastDay) : Answer;

/// <summary>There is no code in Umbrella.</summary>
public sealed record SawNoCode : Answer;

/// <summary>
/// This is the code as I see it in Umbrella, good up to and including <paramref name="LastDay"/>. It cannot be printed, and only
/// its fingerprint is written down.
/// </summary>
public sealed record GiveCode(DateOnly? LastDay) : Answer
{
    private readonly string? _typed;

    public GiveCode(string? typed, DateOnly? lastDay)
        : this(lastDay) => _typed = typed;

    /// <summary>The code itself and its fingerprint; null until it was looked at, and when it is no code.</summary>
    internal (ActivationCode Code, string Fingerprint)? Seen { get; private init; }

    internal GiveCode LookedAt(TypedCodes codes) => this with { Seen = codes.Recognise(_typed) };
}

/// <summary>I could not do the step by hand. The reason is 1 to 500 characters.</summary>
public sealed record ManualStepDidNotWork(string Reason) : Answer;

/// <summary>What a person saw when looking after an unknown outcome.</summary>
public enum SeenOutcome
{
    Happened,
    DidNotHappen,
    NotClear,
}

/// <summary>
/// This is what I did the old way (a trial). A refusal has a ground; all but <see cref="Cases.Practice.AsProposed"/> have a
/// reason, which needs the note, of at most 500 characters, when it is <see cref="PracticeReason.Other"/>. Null was not answered.
/// </summary>
public sealed record RecordPractice(Practice? Practice, RefusalGround? Ground, PracticeReason? Reason, string? Note) : Answer;

/// <summary>Nothing was done the old way: the wizard goes on with this case, now that it is live.</summary>
public sealed record LeaveTrial : Answer;

/// <summary>I looked. Doing it again (<see cref="SeenOutcome.DidNotHappen"/>) needs the reason, 1 to 500 characters.</summary>
public sealed record SettleOutcome(SeenOutcome Seen, string Reason) : Answer;

/// <summary>
/// The reply did not arrive: send it again, in the same words, to this address, which was found in Viewpoint and is on the
/// screen.
/// </summary>
public sealed record SendReplyAgain(EmailAddress To) : Answer;

/// <summary>The reply did not arrive: this is how it ends. The note is 1 to 500 characters.</summary>
public sealed record SettleBounce(BounceEnd End, string Note) : Answer;

/// <summary>
/// Look now what became of the effect, or whether there is another address by now for a reply that did not arrive.
/// </summary>
public sealed record LookAgain : Answer;

/// <summary>I find out myself what became of the effect: the wizard asks no more.</summary>
public sealed record LookMyself : Answer;
