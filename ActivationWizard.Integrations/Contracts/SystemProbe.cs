using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Contracts;

/// <summary>Asks a system as its adapter does, and tells what came as it came. Keeps the clock of every answer.</summary>
internal sealed class SystemProbe(SystemHttp http, TimeProvider time)
{
    // Between two machines that are told the time; tokens and requests of more than that apart are refused by many.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private static readonly string[] Kept = ["ETag", "Date", "X-Parameters-Cursor", "X-Parameters-Aantal"];

    private readonly List<TimeSpan> _skews = [];
    private bool _isRefused;
    private bool _isAnswered;

    /// <summary>The name of the assumption that this answers.</summary>
    public const string LetIn = "LetIn";

    /// <summary>The answers of which there is nothing else to show.</summary>
    public const string Refused = "HTTP 401/403";

    /// <inheritdoc cref="LetIn"/>
    public const string Clock = "Clock";

    public Task<ProbeAnswer> GetAsync(SystemPath path, CancellationToken cancellation) =>
        SendAsync(new SystemRequest(HttpMethod.Get, "check the contract", path), cancellation);

    public async Task<ProbeAnswer> SendAsync(SystemRequest request, CancellationToken cancellation)
    {
        var reply = await http.AskAsync(
            request, response => new Reply<ProbeAnswer>.Answered(Read(response)), cancellation);
        if (reply is Reply<ProbeAnswer>.Answered { Value: var answer })
        {
            _isAnswered = true;
            return answer;
        }

        var why = ((Reply<ProbeAnswer>.NotAnswered)reply).Why;
        _isRefused |= why is FailureReason.NotAllowed;
        return new ProbeAnswer(null, null, true, why) { Headers = new Dictionary<string, string>() };
    }

    /// <summary>Whether we are let in, as far as was asked.</summary>
    public Observation JudgeLetIn() => _isRefused ? Observation.Differs(Refused, new CheckFault(FailureReason.NotAllowed))
        : _isAnswered ? Observation.Works
        : Observation.Untold(UntoldReason.NoAnswer);

    /// <summary>How far its clock is from ours, by the answer that came closest.</summary>
    public Observation JudgeClock() => _skews.Count is 0 ? Observation.Untold(UntoldReason.NoAnswer)
        : _skews.MinBy(one => one.Duration()) is var skew && skew.Duration() <= MostSkew ? Observation.Works
        : Observation.Differs($"{(skew < TimeSpan.Zero ? "-" : "+")}{skew:d\\.hh\\:mm\\:ss}");

    private ProbeAnswer Read(SystemResponse response)
    {
        var headers = Kept
            .Select(name => (name, value: response.Header(name)))
            .Where(one => one.value is not null)
            .ToDictionary(one => one.name, one => one.value!);
        if (headers.TryGetValue("Date", out var date)
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            _skews.Add(at - time.GetUtcNow());
        return new ProbeAnswer((int)response.Status, BodyOf(response), response.IsEmpty, null)
        {
            Headers = headers,
            ErrorCode = response.ErrorCode,
        };
    }

    private static JsonNode? BodyOf(SystemResponse response)
    {
        try
        {
            return response.IsEmpty ? null : JsonNode.Parse(response.Body.Span, documentOptions: SystemJson.Document);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
