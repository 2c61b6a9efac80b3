using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Reviews;

namespace ActivationWizard.App.Reviews;

/// <summary>Reviews in words.</summary>
public static class ReviewWords
{
    /// <summary>Why a case is reviewed.</summary>
    public static string Of(SampleReason why) => ReviewsText.ResourceManager.Word($"Why{why}");

    /// <summary>How it was handled.</summary>
    public static string Of(Assessment assessment) => ReviewsText.ResourceManager.Word($"Assessment{assessment}");

    /// <summary>What a remark is about.</summary>
    public static string Of(ReviewReason reason) => ReviewsText.ResourceManager.Word($"Reason{reason}");

    /// <summary>Why a review was not taken.</summary>
    public static string Of(ReviewObstacle obstacle) => ReviewsText.ResourceManager.Word($"Obstacle{obstacle}");

    /// <summary>How a case ended.</summary>
    public static string Of(ActivationState ending) => ReviewsText.ResourceManager.Word($"Ending{ending}");

    /// <summary>The sign of an assessment.</summary>
    public static MarkKind SignOf(Assessment assessment) => assessment switch
    {
        Assessment.Right => MarkKind.Ok,
        Assessment.RightWithRemark => MarkKind.Unknown,
        _ => MarkKind.Problem,
    };
}
