using System.Text.RegularExpressions;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Intake;

/// <summary>Where the website's form sends its requests. Known by a key of its own, not by a person's sign-in.</summary>
public static partial class IntakeApi
{
    /// <summary>In bytes.</summary>
    public const int LongestBody = 64 * 1024;

    public const string KeyHeader = "X-API-KEY";
    public const string IdempotencyHeader = "Idempotency-Key";
    public const string NameOfKey = "Intake:ApiKey";
    public const string IdempotencyForm = @"\A[!-~]{1,64}\z";

    /// <summary>Opens the way in and its description, when the installation has a key for it.</summary>
    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<IntakeSettings>();
        if (!settings.IsOpen)
            return;
        // Whoever has not the key is counted by address, so that nobody keeps the website out.
        routes.MapPost(Urls.Intake, ReceiveAsync).WithTags("aanvragen").AllowAnonymous().DisableAntiforgery().WithMetadata(
            new LimitedEndpoint(
                Limit.Intake, http => settings.Admits(http.Request.Headers[KeyHeader]) ? NameOfKey : null, TooOften));
        routes.MapOpenApi(Urls.IntakeDocument).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context,
        IntakeSettings settings,
        RequestIntake intake,
        ILogger<RequestIntake> log,
        CancellationToken cancellation)
    {
        var request = context.Request;
        CallersLanguage.Use(request);
        if (!settings.Admits(request.Headers[KeyHeader]))
            return IntakeProblem.NotAllowed.Answer();
        if (!request.HasJsonContentType())
            return IntakeProblem.NotJson.Answer();
        if (request.Headers[IdempotencyHeader] is not [{ } key] || !Key().IsMatch(key))
            return IntakeProblem.NoKey.Answer();

        try
        {
            if (await BodyAsync(request, cancellation) is not { } body)
                return IntakeProblem.TooLarge.Answer();
            if (WebsiteRequest.Read(body) is not { } website)
                return IntakeProblem.Unreadable.Answer();
            return Answer(await intake.ReceiveAsync(website.ToFields(), Actor.Wizard, $"api:{key}", cancellation));
        }
        catch (BadHttpRequestException broken)
        {
            return IntakeProblem.Broken(broken.StatusCode).Answer();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure.GetType().FullName!, failure.StackTrace);
            return IntakeProblem.Failed.Answer();
        }
    }

    private static IResult TooOften(HttpContext http)
    {
        CallersLanguage.Use(http.Request);
        return IntakeProblem.TooOften.Answer();
    }

    private static IResult Answer(IntakeOutcome outcome) => outcome switch
    {
        IntakeOutcome.Received received =>
            Results.Json(new IntakeReceipt(received.Number.ToString()), statusCode: StatusCodes.Status201Created),
        IntakeOutcome.Faulty faulty => IntakeProblem.Faulty.Answer(faulty.Faults),
        _ => IntakeProblem.KeyInUse.Answer(),
    };

    // Null for a body that is too large.
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LongestBody)
            return null;
        var buffer = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > LongestBody ? null : buffer[..length];
    }

    [GeneratedRegex(IdempotencyForm)]
    private static partial Regex Key();

    [LoggerMessage(1, LogLevel.Error, "A request could not be taken in: {Kind}.\n{Trace}")]
    private static partial void Failed(ILogger logger, string kind, string? trace);
}
