using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using ActivationWizard.App;
using ActivationWizard.App.Intake;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>The app under test as a process of its own, and what a run says to it.</summary>
internal sealed class AppPeer : IAsyncDisposable
{
    /// <summary>In seconds: an employee goes on until nothing more follows, however slow the machine.</summary>
    public const int Patience = 240;

    private readonly AppProcess _app;
    private readonly HttpClient _http;

    private AppPeer(AppProcess app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(6) };
    }

    public ChildProcess Process => _app.Process;

    /// <summary>Where it listens.</summary>
    public Uri Address => _app.Address;

    /// <param name="program">The tests that have the host in them, of this version or another.</param>
    public static async Task<AppPeer> StartAsync(
        string program, IReadOnlyDictionary<string, string> settings, string folder, ConcurrentQueue<string> log,
        IReadOnlyDictionary<string, string> environment) => new(await AppProcess.StartAsync(folder, new()
        {
            Program = [program, FaultHost.Switch],
            ReadyWords = FaultHostSettings.Ready,
            Settings = settings,
            Environment = environment,
            Log = log,
        }));

    /// <summary>A request comes in through the website's own door; the number of its case.</summary>
    public async Task<string> AskAsync(Tenant tenant, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "api/v1/aanvragen");
        message.Content = JsonContent.Create(tenant.Request());
        message.Headers.Add(IntakeApi.KeyHeader, IntakeSettings.DemoKey);
        message.Headers.Add(IntakeApi.IdempotencyHeader, key);
        using var answer = await _http.SendAsync(message);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"The intake said {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<Received>())!.Zaaknummer;
    }

    /// <summary>The same; null when the process died meanwhile.</summary>
    public async Task<string?> TryAskAsync(Tenant tenant, string key)
    {
        try
        {
            return await AskAsync(tenant, key);
        }
        catch (Exception died) when (IsDeath(died))
        {
            return null;
        }
    }

    public async Task ArmAsync(IEnumerable<ArmedPoint> points)
    {
        using var answer = await _http.PostAsJsonAsync($"{ControlLine.Path}/arm", points);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// The employee handles the case until nothing more follows, or until the time is over; null when the process died meanwhile.
    /// </summary>
    public async Task<Standing?> GoAsync(string number, int seconds = Patience, int patience = 5, string who = "")
    {
        try
        {
            var asked = $"{ControlLine.Path}/go?case={number}&seconds={seconds}&patience={patience}&as={who}";
            using var answer = await _http.PostAsync(new Uri(asked, UriKind.Relative), null);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Standing>() : null;
        }
        catch (Exception died) when (IsDeath(died))
        {
            return null;
        }
    }

    /// <summary>Whether it died meanwhile: then it answers nobody, and its end is waited for.</summary>
    public async Task<bool> HasDiedAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Urls.Health, UriKind.Relative));
            return false;
        }
        catch (Exception died) when (IsDeath(died))
        {
            await Process.EndsAsync();
            return true;
        }
    }

    /// <summary>Its clock is put so far ahead of the right time, or behind it.</summary>
    public async Task MoveClockAsync(TimeSpan ahead)
    {
        var asked = string.Create(CultureInfo.InvariantCulture, $"{ControlLine.Path}/clock?ahead={ahead.TotalSeconds}");
        using var answer = await _http.PostAsync(new Uri(asked, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>In seconds, how long each act of an employee took since this was last asked.</summary>
    public async Task<IReadOnlyList<double>> ActsAsync() =>
        (await _http.GetFromJsonAsync<double[]>(new Uri($"{ControlLine.Path}/acts", UriKind.Relative)))!;

    /// <summary>
    /// In bytes, what is in use on the managed heap after a full collection, during which everything stands still.
    /// </summary>
    public Task<long> LiveHeapAsync() =>
        _http.GetFromJsonAsync<long>(new Uri($"{ControlLine.Path}/live-heap", UriKind.Relative));

    /// <summary>Waits until every armed case stands at its boundary and the process has stopped itself.</summary>
    public async Task FrozenAsync()
    {
        using var answer = await _http.PostAsync(new Uri($"{ControlLine.Path}/all-here", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        await Process.StopsAsync();
    }

    /// <summary>One answer to what the case asks now; false when it was declined, or the process died.</summary>
    public async Task<bool> AnswerAsync(string number, string who = "")
    {
        try
        {
            using var answer = await _http.PostAsync(
                new Uri($"{ControlLine.Path}/answer?case={number}&as={who}", UriKind.Relative), null);
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<bool>();
        }
        catch (Exception died) when (IsDeath(died))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    // A process that dies in the middle of a connect shows as the bare exception of the socket.
    private static bool IsDeath(Exception failure) =>
        failure is HttpRequestException or OperationCanceledException or IOException or SocketException;

    private sealed record Received(string Zaaknummer);
}
