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
}

/// <summary>The four steps people see, the same in every scenario.</summary>
public enum WizardStep
{
    /// <summary>Zoeken.</summary>
    Search = 1,

    /// <summary>Controleren.</summary>
    Check,

    /// <summary>Uitvoeren.</summary>
    Execute,

    /// <summary>Klaar.</summary>
    Done,
}

/// <summary>What kind of state a state is.</summary>
public static class ActivationStates
{
    /// <summary>Every state, in the order of the work.</summary>
    public static IReadOnlyList<ActivationState> All { get; } = Enum.GetValues<ActivationState>();

    extension(ActivationState state)
    {
        /// <summary>No event follows any more.</summary>
        public bool IsFinal => state >= ActivationState.SentByEmail;

        /// <summary>The runner goes on by itself.</summary>
        public bool WaitsForSystem =>
            state is ActivationState.Opened or ActivationState.GatheringFacts or ActivationState.Rechecking || state.IsEffect;

        /// <summary>An effect is under way or has just been done.</summary>
        public bool IsEffect => state is >= ActivationState.CorrectingContacts and <= ActivationState.RegisteringContact;

        /// <summary>The step in which people meet the state.</summary>
        public WizardStep Step => state switch
        {
            ActivationState.Opened or ActivationState.ChoosingTenant => WizardStep.Search,
            ActivationState.GatheringFacts or ActivationState.AwaitingDecision or ActivationState.OnHold => WizardStep.Check,
            _ => state.IsFinal ? WizardStep.Done : WizardStep.Execute,
        };
    }
}
