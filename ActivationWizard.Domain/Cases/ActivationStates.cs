namespace ActivationWizard.Domain.Cases;

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
        /// <summary>
        /// The work is over. A mail can still come in; one way leads back, from <see cref="ActivationState.Refused"/>.
        /// </summary>
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
