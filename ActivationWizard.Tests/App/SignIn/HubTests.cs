using System.Net;
using System.Net.WebSockets;
using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The pages' connection, over real HTTP and real websockets.</summary>
public sealed class HubTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Negotiate = Urls.Hub + "/negotiate?negotiateVersion=1";

    private string Ours => app.Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1")]
    public async Task Negotiate_FromAnotherSite_IsForbidden(string origin)
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(visitor, origin));
    }

    [Fact]
    public async Task Negotiate_FromHere_IsFine()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(visitor, Ours));
    }

    [Fact]
    public async Task Negotiate_ByAStranger_IsUnauthorized()
    {
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(visitor, Ours));
    }

    [Fact]
    public void Message_OfAsMuchAsIsAnsweredInWords_FitsWithLittleToSpare()
    {
        const int worst = 100_000 * 6;
        Assert.InRange(PagesRegistration.LongestMessage, worst, worst * 5 / 4);
        var hub = typeof(HubOptions<>).MakeGenericType(
            typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!);
        var asked = typeof(IOptions<>).MakeGenericType(hub);
        var options = (HubOptions)asked.GetProperty("Value")!.GetValue(app.Services.GetRequiredService(asked))!;
        Assert.Equal(PagesRegistration.LongestMessage, options.MaximumReceiveMessageSize);
    }

    [Theory]
    [InlineData(true, "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(false, null, HttpStatusCode.Unauthorized)]
    [InlineData(true, null, HttpStatusCode.SwitchingProtocols)]
    public async Task Websocket_ByOrigin_IsOpenedOrRefused(bool isSignedIn, string? origin, HttpStatusCode expected)
    {
        using var visitor = app.Visitor();
        if (isSignedIn)
            await visitor.SignInAsync(DemoPeople.Sanne);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin ?? Ours);
        socket.Options.Cookies = new CookieContainer();
        foreach (var cookie in visitor.Cookies)
            socket.Options.Cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value));
        var address = new UriBuilder(new Uri(app.Address, Urls.Hub)) { Scheme = "ws" }.Uri;
        var failure = await Record.ExceptionAsync(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal(expected, socket.HttpStatusCode);
        Assert.Equal(expected == HttpStatusCode.SwitchingProtocols, failure is null);
    }

    [Fact]
    public async Task Connection_ByAStrangerWhomThePolicyLetThrough_IsClosedByTheHub()
    {
        await using var open = new TestApp(new()
        {
            Replace = services => services.Configure<AuthorizationOptions>(options => options.FallbackPolicy = null),
        });
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(new Uri(open.Address, Urls.Hub)) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        var handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();
        await socket.SendAsync(handshake, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        var buffer = new byte[1024];
        WebSocketReceiveResult received;
        do
            received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)
                .WaitAsync(Waiting.Limit, TestContext.Current.CancellationToken);
        while (received.MessageType != WebSocketMessageType.Close);
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
    }

    [Fact]
    public async Task Connection_OfASessionThatIsOver_EndsAlsoWhenItsPageSaysNothing()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Tom);
        var cookies = new CookieContainer();
        foreach (var cookie in visitor.Cookies)
            cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value));
        await using var circuit = await BareCircuit.OpenAsync(visitor.Http, cookies, new Uri(app.Address, Urls.Work));
        circuit.FallSilent();

        using var left = await visitor.PostAsync(Urls.SignOut, [], Urls.Work);

        await Waiting.ForAsync(
            "the end of its connection",
            async () =>
            {
                await circuit.StayAsync();
                return circuit.HasEnded;
            },
            hasEnded => hasEnded, _ => "open");
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Negotiate) { Headers = { { "Origin", origin } } };
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
