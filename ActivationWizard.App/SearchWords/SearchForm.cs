using ActivationWizard.App.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.SearchWords;

/// <summary>
/// Where a page's form is sent to while the page has no circuit: the answer is the address that has the words sealed. Nothing is
/// searched and nothing counted here: the page does that.
/// </summary>
public static class SearchForm
{
    /// <summary>Takes the form of a page, for these roles, which are separated by commas.</summary>
    public static void MapSearchForm(
        this IEndpointRouteBuilder routes, string form, string page, string roles, FieldNames names) => routes
        .MapPost(form, (HttpContext context, SealedWords words, [FromForm] IFormCollection sent) =>
            ActorClaims.Read(context.User) is { } reader
                ? Redirects.SeeOther(
                    context, AskedFields.Read(names, name => sent[name]).Sealed(words, reader).AddressAt(page))
                : Results.Unauthorized())
        .RequireAuthorization(policy => policy.RequireRole(roles.Split(',')))
        .WithMetadata(new FormOfPage(page));
}
