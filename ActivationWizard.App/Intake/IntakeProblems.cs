using ActivationWizard.App.Words;

namespace ActivationWizard.App.Intake;

/// <summary>What the intake says when it cannot take a request: problem details (RFC 9457), in the caller's language.</summary>
public static class IntakeProblems
{
    public static IResult NotAllowed() =>
        Problem(StatusCodes.Status401Unauthorized, "geen-toegang", IntakeText.ProblemNotAllowed);

    public static IResult NotJson() => Problem(StatusCodes.Status415UnsupportedMediaType, "geen-json", IntakeText.ProblemNotJson);

    public static IResult NoKey() => Problem(StatusCodes.Status400BadRequest, "sleutel-ontbreekt", IntakeText.ProblemNoKey);

    public static IResult TooLarge() => Problem(StatusCodes.Status413PayloadTooLarge, "te-groot", IntakeText.ProblemTooLarge);

    public static IResult Unreadable() => Problem(StatusCodes.Status400BadRequest, "onleesbaar", IntakeText.ProblemUnreadable);

    public static IResult KeyInUse() =>
        Problem(StatusCodes.Status422UnprocessableEntity, "sleutel-hergebruikt", IntakeText.ProblemKeyInUse);

    public static IResult Failed() => Problem(StatusCodes.Status500InternalServerError, "storing", IntakeText.ProblemFailed);

    /// <summary>The connection did not bring what its headers said.</summary>
    public static IResult Broken(int status) => status is StatusCodes.Status413PayloadTooLarge ? TooLarge() : Unreadable();

    /// <summary>Each wrong field by the website's own name, with what to do about it.</summary>
    public static IResult Faulty(IReadOnlyList<IntakeFault> faults) => Problem(
        StatusCodes.Status400BadRequest,
        "onjuiste-velden",
        IntakeText.ProblemFaulty,
        new() { ["errors"] = faults.ToDictionary(fault => WebsiteRequest.NameOf(fault.Field), fault => new[] { fault.Words }) });

    private static IResult Problem(int status, string code, string title, Dictionary<string, object?>? extensions = null) =>
        Results.Problem(title: title, statusCode: status, type: $"urn:activatiewizard:{code}", extensions: extensions);
}
