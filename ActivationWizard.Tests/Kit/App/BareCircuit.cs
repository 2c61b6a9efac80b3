using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// One circuit without a browser: what blazor.web.js does on the wire, and nothing on a screen. It starts the components of a
/// page, acknowledges each batch, and answers each call of a script with nothing.
/// </summary>
internal sealed partial class BareCircuit : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Lock _drawing = new();
    private Task _listening = Task.CompletedTask;
    private StringBuilder? _said;
    private bool _isSilent;
    private int _scripts;

    /// <summary>How often the server sent what it drew.</summary>
    public int Batches { get; private set; }

    /// <summary>What the server drew since the last address, with its words as they are; empty before the first.</summary>
    public string Said
    {
        get
        {
            lock (_drawing)
                return $"{_said}";
        }
    }

    /// <summary>True once the server closed it, or it failed.</summary>
    public bool HasEnded => _listening.IsCompleted;

    /// <summary>
    /// Opens a page as somebody who has these cookies; returns when its circuit has drawn something and is quiet.
    /// </summary>
    public static Task<BareCircuit> OpenAsync(HttpClient http, CookieContainer cookies, Uri page) =>
        OpenAsync(http, page, (socket, hub) =>
        {
            socket.Options.Cookies = cookies;
            return socket.ConnectAsync(hub, default);
        });

    /// <summary>The same for somebody whose handler has the cookies, and knows the way there.</summary>
    public static Task<BareCircuit> OpenAsync(HttpClient http, Uri page) =>
        OpenAsync(http, page, (socket, hub) => socket.ConnectAsync(hub, http, default));

    private static async Task<BareCircuit> OpenAsync(HttpClient http, Uri page, Func<ClientWebSocket, Uri, Task> connect)
    {
        var html = await http.GetStringAsync(page);
        var root = new Uri(page, Base().Match(html).Groups[1].Value);
        var markers = Marker().Matches(html)
            .Select(match => match.Groups[1].Value).Where(one => one.Contains("\"descriptor\"", StringComparison.Ordinal));
        var circuit = new BareCircuit();
        circuit._socket.Options.SetRequestHeader("Origin", page.GetLeftPart(UriPartial.Authority));
        var scheme = page.Scheme is "https" ? "wss" : "ws";
        await connect(circuit._socket, new UriBuilder(new Uri(root, "_blazor")) { Scheme = scheme }.Uri);
        await circuit.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        circuit._listening = circuit.ListenAsync(circuit._leaving.Token);
        await circuit.SendAsync(HubPack.Frame(
            1, new Dictionary<string, string>(), "0", "StartCircuit",
            new object?[]
            {
                root.AbsoluteUri, page.AbsoluteUri, $"[{string.Join(',', markers)}]", State().Match(html).Groups[1].Value,
            }));
        await circuit._drawn.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return circuit;
    }

    /// <summary>The same for somebody who signs in at a demonstration first; null is nobody.</summary>
    public static async Task<BareCircuit> OpenAsync(Uri page, Actor? person)
    {
        using var visitor = new Visitor(new Uri(page, "/"));
        if (person is not null)
            await visitor.SignInAsync(person);
        var cookies = new CookieContainer();
        foreach (var cookie in visitor.Cookies)
            cookies.Add(new Uri(page, "/"), new Cookie(cookie.Name, cookie.Value, "/"));
        return await OpenAsync(visitor.Http, cookies, page);
    }

    /// <summary>The message of a page on which somebody followed a link.</summary>
    public Task GoAsync(Uri page)
    {
        lock (_drawing)
            _said = new();
        return CallAsync("OnLocationChanged", page.AbsoluteUri, null, true);
    }

    /// <summary>From now on it says nothing of its own, and stays.</summary>
    public void FallSilent() => _isSilent = true;

    /// <summary>Says that it is still there, which is no message of a page; nothing once it has ended.</summary>
    public async Task StayAsync()
    {
        try
        {
            await SendAsync(HubPack.Frame(6));
        }
        catch (WebSocketException)
        {
            // The server was first.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _listening.ContinueWith(_ => { }, TaskScheduler.Default);
        _socket.Dispose();
        _sending.Dispose();
        _leaving.Dispose();
    }

    private async Task ListenAsync(CancellationToken leaving)
    {
        var (received, held, isOpen) = (new byte[16 * 1024], 0, false);
        while (true)
        {
            if (held == received.Length)
                Array.Resize(ref received, received.Length * 2);
            var part = await _socket.ReceiveAsync(received.AsMemory(held), leaving);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                _drawn.TrySetException(new InvalidOperationException($"closed: {_socket.CloseStatusDescription}"));
                return;
            }

            held += part.Count;
            var read = 0;
            if (!isOpen)
            {
                // The answer to the handshake is text up to a mark.
                read = Array.IndexOf(received, (byte)0x1E, 0, held) + 1;
                isOpen = read > 0;
            }

            if (isOpen)
            {
                var (messages, framed) = HubPack.Unframe(received.AsSpan(read, held - read));
                read += framed;
                foreach (var message in messages)
                    await AnswerAsync(message);
            }

            Array.Copy(received, read, received, 0, held - read);
            held -= read;
        }
    }

    private async Task AnswerAsync(object?[] message)
    {
        if (message is [3L, ..] && message is [_, _, _, 1L, string failure])
            _drawn.TrySetException(new InvalidOperationException(failure));
        if (_isSilent || message is not [1L, _, _, string target, object?[] given, ..])
            return;
        switch (target)
        {
            case "JS.RenderBatch":
                lock (_drawing)
                    _said?.Append(Encoding.UTF8.GetString((byte[])given[1]!));
                await CallAsync("OnRenderCompleted", given[0], null);
                _drawn.TrySetResult();
                Batches++;
                break;
            case "JS.BeginInvokeJS" when given is [long call and > 0, string script, _, var kind, ..]:
                // A module or another thing of the script's gets a number, and a form of which the tab keeps nothing is empty;
                // the rest is null.
                var answer = kind is 1L ? $"{{\"__jsObjectId\":{++_scripts}}}" : script is "keptIn" ? "{}" : "null";
                await CallAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{answer}]");
                break;
            case "JS.Error":
                _drawn.TrySetException(new InvalidOperationException($"the circuit failed: {given[0]}"));
                await _leaving.CancelAsync();
                break;
        }
    }

    private Task CallAsync(string method, params object?[] given) =>
        SendAsync(HubPack.Frame(1, new Dictionary<string, string>(), null, method, given));

    // One at a time: somebody may follow a link while it answers.
    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Base();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
