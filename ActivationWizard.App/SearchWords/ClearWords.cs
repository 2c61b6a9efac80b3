using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.SearchWords;

/// <summary>
/// An address with words in clear, such as a bookmark of an earlier version, goes no further: not into what to come back to after
/// signing in, nor into the <c>Referer</c> of what the page loads. The page that follows says that one has to search again.
/// </summary>
public static class ClearWords
{
    /// <summary>Where endpoints are known, and before anybody is asked to sign in.</summary>
    public static Task TakeOut(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<SearchedByAttribute>() is not { Names: var names }
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !names.Any(name => !string.IsNullOrWhiteSpace(request.Query[name])))
            return next(context);
        var others = request.Query
            .Where(one => one.Key is not SealedWords.QueryName && !names.Contains(one.Key, StringComparer.OrdinalIgnoreCase))
            .Append(new(SealedWords.QueryName, SealedWords.Unreadable));
        context.Response.Redirect(context.At(QueryHelpers.AddQueryString($"{request.Path}", others)));
        return Task.CompletedTask;
    }
}
