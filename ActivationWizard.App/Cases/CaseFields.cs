using ActivationWizard.Domain.Answers;

namespace ActivationWizard.App.Cases;

/// <summary>The fields of the steps that an error can link to.</summary>
public static class CaseFields
{
    /// <summary>The id of the field that an obstacle is about; the step's button when there is none.</summary>
    public static string Of(Obstacle obstacle) => obstacle switch
    {
        Obstacle.OldAccountNotConfirmed => "oud-account",
        Obstacle.RecentCodeNotConfirmed => "recente-code",
        Obstacle.BlockNotAnswered => "blokkeren",
        Obstacle.CorrectionNotAnswered => "corrigeren",
        Obstacle.ReplyIncomplete => "antwoord-onderwerp",
        Obstacle.CodeNotValid => "getypte-code",
        Obstacle.ToldByNotAnswered => "verteld-via",
        Obstacle.DayNotAhead => "wegleggen-dag",
        Obstacle.NothingCorrected => "corrigeer-aanvraag",
        Obstacle.PracticeNotSaid => "praktijk-gedaan",
        Obstacle.PracticeReasonNeeded => "praktijk-reden",
        _ => "inhoud",
    };
}
