using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Refuses a form that no page of ours made, before anything reads it: a handler that the compiler bound would answer that the
/// app failed.
/// </summary>
public static class ForeignForm
{
    /// <summary>After the check of the form's token.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        // The page that says so is asked for with the same form.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
