using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.Domain.Values;
using Xunit;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>Somebody with a browser that keeps cookies and shows each redirect instead of following it.</summary>
public sealed partial class Visitor(Uri address) : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private HttpClient? _http;

    public HttpClient Http => _http ??= new HttpClient(new ThisMachine(_handler)) { BaseAddress = address };

    public IEnumerable<Cookie> Cookies => _handler.CookieContainer.GetAllCookies();

    public void SetCookie(string name, string value) => _handler.CookieContainer.Add(address, new Cookie(name, value, "/"));

    public async Task<string> ReadAsync(string url)
    {
        using var answer = await Http.GetAsync(url, Xunit.TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a form with the antiforgery token of a page that was looked at first.</summary>
    public async Task<HttpResponseMessage> PostAsync(string url, Dictionary<string, string> fields, string page = Urls.SignIn)
    {
        var token = Token().Match(await ReadAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        return await Http.PostAsync(url, form, Xunit.TestContext.Current.CancellationToken);
    }

    public async Task SignInAsync(Actor person)
    {
        using var answer = await PostAsync(Urls.DemoSignIn, new() { ["person"] = person.Id });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public void Dispose()
    {
        _http?.Dispose();
        _handler.Dispose();
    }

    // As browsers do: to this machine a cookie for https goes over plain HTTP too.
    private sealed class ThisMachine(SocketsHttpHandler handler) : DelegatingHandler(handler)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in handler.CookieContainer.GetAllCookies().Cast<Cookie>())
                cookie.Secure = false;
            return answer;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
