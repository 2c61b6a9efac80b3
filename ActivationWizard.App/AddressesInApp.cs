using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.App;

/// <summary>
/// Addresses of <see cref="Urls"/> where the app is below a path of its host, such as <c>/codes</c>. In a page they stand
/// relative to its base; an answer that sends somebody elsewhere puts the path in front.
/// </summary>
public static class AddressesInApp
{
    /// <summary>An address of ours as it stands in a page; null, and what is relative already, stays as it is.</summary>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? InPage(this string? url) => url is ['/', .. var rest] ? rest.Length is 0 ? "./" : rest : url;

    /// <summary>The path of the page that is shown, as <see cref="Urls"/> has it.</summary>
    public static string PathInApp(this NavigationManager navigation) => navigation.PathInApp(navigation.Uri);

    /// <summary>The same of another address; the whole of one that is not ours.</summary>
    public static string PathInApp(this NavigationManager navigation, string address)
    {
        var whole = navigation.ToAbsoluteUri(address).AbsoluteUri;
        return whole.StartsWith(navigation.BaseUri, StringComparison.Ordinal)
            ? "/" + whole[navigation.BaseUri.Length..].Split('?', '#')[0]
            : whole;
    }

    /// <summary>An address of ours as a browser has it.</summary>
    public static string At(this HttpContext http, string url) => $"{http.Request.PathBase}{url}";

    /// <summary>An address that a browser has as one of ours.</summary>
    public static string? InApp(this HttpContext http, string? url) =>
        http.Request.PathBase.Value is { Length: > 0 } path && url?.StartsWith(path + "/", StringComparison.Ordinal) is true
            ? url[path.Length..]
            : url;
}

/// <summary>Answers that send a browser on to an address of ours.</summary>
public static class Redirects
{
    /// <summary>To an address of <see cref="Urls"/>, below whatever path the app is.</summary>
    public static IResult To(string url) => Results.LocalRedirect($"~{url}");

    /// <summary>The same after a form was sent, whatever it was sent by: what follows is looked at.</summary>
    public static IResult SeeOther(HttpContext http, string url)
    {
        http.Response.Headers.Location = http.At(url);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
