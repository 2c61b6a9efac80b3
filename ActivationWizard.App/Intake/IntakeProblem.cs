using System.Globalization;
using ActivationWizard.App.Words;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.Intake;

/// <summary>
/// Why the intake cannot take a request: problem details (RFC 9457), in the caller's language. Closed.
/// </summary>
/// <param name="Code">Ends the problem's type, <c>urn:activatiewizard:…</c>; never changes.</param>
/// <param name="Status">The answer's status code.</param>
/// <param name="Word">The name in IntakeText of the problem's title.</param>
/// <param name="Meaning">When it is given, in English, for whoever writes the caller.</param>
public sealed record IntakeProblem(string Code, int Status, string Word, string Meaning)
{
    public const string TypePrefix = "urn:activatiewizard:";

    public static IntakeProblem Unreadable => new(
        "onleesbaar", StatusCodes.Status400BadRequest, nameof(IntakeText.ProblemUnreadable),
        "The body is not one JSON object of the agreed fields, each of them text and at most once. Field names are lower case.");

    public static IntakeProblem Faulty => new(
        "onjuiste-velden", StatusCodes.Status400BadRequest, nameof(IntakeText.ProblemFaulty),
        "One or more fields are missing or wrong; `errors` names each with a sentence to show beside it.");

    public static IntakeProblem NoKey => new(
        "sleutel-ontbreekt", StatusCodes.Status400BadRequest, nameof(IntakeText.ProblemNoKey),
        $"The header `{IntakeApi.IdempotencyHeader}` is missing, is there twice, or is not 1 to 64 visible ASCII characters.");

    public static IntakeProblem NotAllowed => new(
        "geen-toegang", StatusCodes.Status401Unauthorized, nameof(IntakeText.ProblemNotAllowed),
        $"The header `{IntakeApi.KeyHeader}` is missing or wrong. Nothing else of the request was looked at.");

    public static IntakeProblem TooLarge => new(
        "te-groot", StatusCodes.Status413PayloadTooLarge, nameof(IntakeText.ProblemTooLarge), "The body is over 64 KiB.");

    public static IntakeProblem NotJson => new(
        "geen-json", StatusCodes.Status415UnsupportedMediaType, nameof(IntakeText.ProblemNotJson),
        "The header `Content-Type` is not `application/json`.");

    public static IntakeProblem KeyInUse => new(
        "sleutel-hergebruikt", StatusCodes.Status422UnprocessableEntity, nameof(IntakeText.ProblemKeyInUse),
        $"The `{IntakeApi.IdempotencyHeader}` was used before for a request with other fields. Nothing was taken in.");

    public static IntakeProblem TooOften => new(
        "te-vaak", StatusCodes.Status429TooManyRequests, nameof(IntakeText.ProblemTooOften),
        "More requests in a minute than the installation takes. Nothing was looked at; send the same request with the same "
        + $"`{IntakeApi.IdempotencyHeader}` again after as many seconds as the header `Retry-After` says.");

    public static IntakeProblem Failed => new(
        "storing", StatusCodes.Status500InternalServerError, nameof(IntakeText.ProblemFailed),
        $"Something failed here. Send the same request with the same `{IntakeApi.IdempotencyHeader}` again later.");

    /// <summary>By status, then in the order in which a request is looked at.</summary>
    public static IReadOnlyList<IntakeProblem> All =>
        [NoKey, Unreadable, Faulty, NotAllowed, TooLarge, NotJson, KeyInUse, TooOften, Failed];

    public string Type => TypePrefix + Code;

    /// <summary>For a connection that did not bring what its headers said.</summary>
    /// <param name="status">The status that the server gives it.</param>
    public static IntakeProblem Broken(int status) => status is StatusCodes.Status413PayloadTooLarge ? TooLarge : Unreadable;

    /// <summary>The body of the answer in the current language.</summary>
    /// <param name="faults">Each wrong field once, with what to do about it; empty for every other problem.</param>
    public ProblemDetails Details(IReadOnlyList<IntakeFault> faults)
    {
        var details = new ProblemDetails
        {
            Type = Type,
            Title = IntakeText.ResourceManager.GetString(Word, CultureInfo.CurrentUICulture),
            Status = Status,
        };
        if (faults.Count > 0)
        {
            details.Extensions["errors"] =
                faults.ToDictionary(fault => WebsiteRequest.NameOf(fault.Field), fault => new[] { fault.Words });
        }

        return details;
    }

    public IResult Answer() => Answer([]);

    public IResult Answer(IReadOnlyList<IntakeFault> faults) => Results.Problem(Details(faults));
}
