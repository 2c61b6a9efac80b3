using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using Stateless;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// Where a case is. A state is either waiting for a person, waiting for a system, or final: see <see cref="ActivationStates"/>.
/// </summary>
public enum ActivationState
{
    /// <summary>The request is here; no source was asked yet.</summary>
    Opened,

    /// <summary>The sources are being asked, in the order of the decision table.</summary>
    GatheringFacts,

    /// <summary>Several persons match: a person chooses (D03).</summary>
    ChoosingTenant,

    /// <summary>A proposal or the question of D21 is on the screen.</summary>
    AwaitingDecision,

    /// <summary>Nothing is sent until a person has settled what is wrong.</summary>
    OnHold,

    /// <summary>A person agreed, or said to go on after trouble; the facts are read again first (G4).</summary>
    Rechecking,

    /// <summary>Privé becomes the administrator's, zakelijk keeps the tenant's own (3b).</summary>
    CorrectingContacts,

    /// <summary>Postex is told to e-mail the administrator (3b).</summary>
    SettingPreference,

    /// <summary>The account of a tenant under bewind is blocked (3).</summary>
    BlockingAccount,

    /// <summary>The block is lifted for the administrator's code (3b).</summary>
    UnblockingAccount,

    /// <summary>The old account goes (4). From here on only forward.</summary>
    DeletingAccount,

    /// <summary>The new account comes (4).</summary>
    CreatingAccount,

    /// <summary>A fresh code is made; on e-mail routes Umbrella mails it (1, 3b).</summary>
    ActivatingAccount,

    /// <summary>The code is read for the letter (2).</summary>
    ReadingCode,

    /// <summary>The letter of template 263 goes to Postex (2).</summary>
    DispatchingLetter,

    /// <summary>Postex is asked until the letter is done.</summary>
    ConfirmingDispatch,

    /// <summary>The letter is registered in the dossier (2).</summary>
    RegisteringLetter,

    /// <summary>The standard reply goes to the request's address (3).</summary>
    SendingReply,

    /// <summary>The contact is registered in Viewpoint.</summary>
    RegisteringContact,

    /// <summary>A system is worked by hand: the employee does one step and says what came of it.</summary>
    AwaitingManualStep,

    /// <summary>Controle nodig: an outcome is not known, and a person looks.</summary>
    NeedsAttention,

    /// <summary>Klaar: the code went by e-mail.</summary>
    SentByEmail,

    /// <summary>Klaar: the code went by letter.</summary>
    SentByLetter,

    /// <summary>Klaar: no code, the requester was told.</summary>
    Refused,

    /// <summary>Klaar: closed without effect.</summary>
    Withdrawn,

    /// <summary>Klaar: the wizard was tried out and did nothing; an employee said what was done the old way.</summary>
    TriedOut,
}

/// <summary>
/// Which event may follow which state, for all four scenarios. The trigger is the event's journal name, so the journal's events
/// are the edges. There are no guards, no entry actions and no calls in it: what happened has been decided before, so a replay
/// cannot come to anything else.
/// </summary>
public static partial class ActivationFlow
{
    // Each effect has a state, which its request enters and the next effect's leaves.
    private static void ConfigureEffects(StateMachine<ActivationState, string> machine)
    {
        machine.Configure(Rechecking)
            .To<ContactCorrectionRequested>(CorrectingContacts)
            .To<PreferenceChangeRequested>(SettingPreference)
            .To<BlockRequested>(BlockingAccount)
            .To<UnblockRequested>(UnblockingAccount)
            .To<DeletionRequested>(DeletingAccount)
            .To<CreationRequested>(CreatingAccount)
            .To<ActivationRequested>(ActivatingAccount)
            .To<CodeReadingRequested>(ReadingCode)
            .To<LetterDispatchRequested>(DispatchingLetter)
            .To<DispatchConfirmationRequested>(ConfirmingDispatch)
            .To<LetterRegistrationRequested>(RegisteringLetter)
            .To<ReplyRequested>(SendingReply)
            .To<ContactRegistrationRequested>(RegisteringContact);

        machine.Effect<ContactCorrectionRequested, ContactsCorrected>(CorrectingContacts)
            .To<PreferenceChangeRequested>(SettingPreference);

        machine.Effect<PreferenceChangeRequested, PreferenceSet>(SettingPreference)
            .To<UnblockRequested>(UnblockingAccount)
            .To<DeletionRequested>(DeletingAccount)
            .To<CreationRequested>(CreatingAccount)
            .To<ActivationRequested>(ActivatingAccount);

        machine.Effect<BlockRequested, AccountBlocked>(BlockingAccount)
            .To<ReplyRequested>(SendingReply)
            .To<ContactRegistrationRequested>(RegisteringContact);

        machine.Effect<UnblockRequested, AccountUnblocked>(UnblockingAccount)
            .To<DeletionRequested>(DeletingAccount)
            .To<ActivationRequested>(ActivatingAccount);

        machine.Effect<DeletionRequested, AccountDeleted>(DeletingAccount)
            .To<CreationRequested>(CreatingAccount);

        machine.Effect<CreationRequested, AccountCreated>(CreatingAccount)
            .To<ActivationRequested>(ActivatingAccount);

        machine.Effect<ActivationRequested, AccountActivated>(ActivatingAccount)
            .Permit(JournalNames.Of<CodeNotMailed>(), OnHold)
            .To<CodeReadingRequested>(ReadingCode)
            .To<ContactRegistrationRequested>(RegisteringContact);

        machine.Effect<CodeReadingRequested, CodeRead>(ReadingCode)
            .PermitReentry(JournalNames.Of<CodeFoundUnusable>())
            .Permit(JournalNames.Of<FreshCodeUnusable>(), NeedsAttention)
            .To<ActivationRequested>(ActivatingAccount)
            .To<LetterDispatchRequested>(DispatchingLetter);

        machine.Effect<LetterDispatchRequested, LetterDispatched>(DispatchingLetter)
            .To<DispatchConfirmationRequested>(ConfirmingDispatch)
            .To<LetterRegistrationRequested>(RegisteringLetter);

        machine.Effect<DispatchConfirmationRequested, DispatchConfirmed>(ConfirmingDispatch)
            .To<LetterRegistrationRequested>(RegisteringLetter);

        machine.Effect<LetterRegistrationRequested, LetterRegistered>(RegisteringLetter)
            .Permit(JournalNames.Of<CompletedByLetter>(), SentByLetter);

        machine.Effect<ReplyRequested, ReplySent>(SendingReply)
            .PermitReentry(JournalNames.Of<ReplyDraftMade>())
            .To<ContactRegistrationRequested>(RegisteringContact)
            .Permit(JournalNames.Of<ReplyBounced>(), NeedsAttention)
            .Permit(JournalNames.Of<RequestRefused>(), Refused);

        machine.Effect<ContactRegistrationRequested, ContactRegistered>(RegisteringContact)
            .Permit(JournalNames.Of<CompletedByEmail>(), SentByEmail)
            .Permit(JournalNames.Of<ReplyBounced>(), NeedsAttention)
            .Permit(JournalNames.Of<RequestRefused>(), Refused);
    }
}
