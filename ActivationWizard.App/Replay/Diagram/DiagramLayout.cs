using ActivationWizard.Domain.Cases;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>One step of the four as a band across the drawing, with its states in it.</summary>
public sealed record DiagramBand(WizardStep Step, int Top, int Height);

/// <summary>
/// Where every state stands, chosen by hand: the four steps one below the other; in Uitvoeren a column each for the administrator
/// (3b), the account (1, 4), the letter (2) and telling the requester (3). In units of the drawing.
/// </summary>
public static class DiagramLayout
{
    public const int Width = 488;
    public const int Height = 688;
    public const int NodeWidth = 96;
    public const int NodeHeight = 36;

    /// <summary>The frame around the states of the effects, which have much in common.</summary>
    public const int FrameLeft = 16, FrameTop = 286, FrameWidth = 456, FrameHeight = 240;

    private const int A = 72, B = 184, C = 296, D = 408, Middle = 240;

    /// <summary>The middle of every state.</summary>
    public static IReadOnlyDictionary<ActivationState, (int X, int Y)> Places { get; } =
        new Dictionary<ActivationState, (int X, int Y)>
        {
            [Opened] = (A, 48),
            [ChoosingTenant] = (Middle, 48),
            [GatheringFacts] = (A, 142),
            [AwaitingDecision] = (Middle, 142),
            [OnHold] = (D, 142),
            [AwaitingManualStep] = (A, 250),
            [Rechecking] = (Middle, 250),
            [NeedsAttention] = (D, 250),
            [CorrectingContacts] = (A, 324),
            [SettingPreference] = (A, 380),
            [UnblockingAccount] = (A, 436),
            [DeletingAccount] = (B, 380),
            [CreatingAccount] = (B, 436),
            [ActivatingAccount] = (B, 492),
            [ReadingCode] = (C, 324),
            [DispatchingLetter] = (C, 380),
            [ConfirmingDispatch] = (C, 436),
            [RegisteringLetter] = (C, 492),
            [BlockingAccount] = (D, 380),
            [SendingReply] = (D, 436),
            [RegisteringContact] = (D, 492),
            [Withdrawn] = (A, 606),
            [SentByEmail] = (B, 606),
            [SentByLetter] = (C, 606),
            [Refused] = (D, 606),
            [TriedOut] = (D, 660),
        };

    /// <summary>The four steps, from top to bottom.</summary>
    public static IReadOnlyList<DiagramBand> Bands { get; } =
    [
        new(WizardStep.Search, 4, 68), new(WizardStep.Check, 98, 68), new(WizardStep.Execute, 204, 328),
        new(WizardStep.Done, 562, 122),
    ];
}
