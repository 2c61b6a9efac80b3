using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Replay;

/// <summary>The chapters of a case. Their names are words of the player.</summary>
public enum ReplayChapter
{
    /// <summary>The request came in.</summary>
    Opened,

    /// <summary>The sources were asked.</summary>
    LookedUp,

    /// <summary>The wizard proposed, asked something, or put the case on hold.</summary>
    Proposed,

    /// <summary>A person agreed.</summary>
    Agreed,

    /// <summary>A code, a letter or a reply left.</summary>
    Sent,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>Where the chapters of a case begin.</summary>
public static class ReplayChapters
{
    /// <summary>Each chapter that there is, with the event that it begins at; what was agreed to last counts.</summary>
    public static IReadOnlyList<(ReplayChapter Chapter, int Sequence)> Of(IReadOnlyList<ReplayMoment> moments)
    {
        var agreed = moments.LastOrDefault(moment => moment.Entry.Event is ProposalAccepted);
        return
        [
            .. from chapter in Enum.GetValues<ReplayChapter>()
               let begins = chapter is ReplayChapter.Agreed ? agreed : moments.FirstOrDefault(moment => Begins(chapter, moment))
               where begins is not null
               select (chapter, begins.Sequence),
        ];
    }

    /// <summary>What a chapter is called.</summary>
    public static string Name(ReplayChapter chapter) => PlayerText.ResourceManager.Word($"Chapter{chapter}");

    private static bool Begins(ReplayChapter chapter, ReplayMoment moment) => chapter switch
    {
        ReplayChapter.Opened => moment.Entry.Event is CaseOpened,
        ReplayChapter.LookedUp => moment.Entry.Event is FactsGathered,
        ReplayChapter.Proposed => moment.Entry.Event is ProposalMade or QuestionRaised or SeveralPersonsFound or HoldPlaced,
        ReplayChapter.Sent => moment.Case.CodeSentAt is not null
            || moment.Entry.Event is EffectDone { Effect: EffectKind.DispatchLetter or EffectKind.SendReply },
        _ => moment.Case.State.IsFinal,
    };
}
