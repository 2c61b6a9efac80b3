using System.Globalization;
using System.Net;
using System.Text.Json;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Security;

/// <summary>
/// One line for each event of security: what, who, in which role, from where, when in UTC, and what came of it. Each value stands
/// in quotes, as in JSON: whatever somebody sends, it makes no second line and no second value. Nothing of tenants.
/// </summary>
public sealed class SecurityLog(ILogger<SecurityLog> logger, TimeProvider time)
{
    /// <summary>The longest value that is written, in characters.</summary>
    private const int Longest = 255;

    /// <summary>The longest outcome: the keys of all settings fit.</summary>
    private const int LongestOutcome = 8_192;

    private const string Form = "Security: what={What} who={Who} role={Role} from={From} at={At} outcome={Outcome}";

    private static readonly Dictionary<SecurityEvent, Action<ILogger, string, string, string, string, string, string, Exception?>>
        Lines = Enum.GetValues<SecurityEvent>().ToDictionary(what => what, what =>
            LoggerMessage.Define<string, string, string, string, string, string>(
                LevelOf(what), new EventId((int)what, $"{what}"), Form));

    /// <summary>Writes the line. Null where it is not known.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="who">The person's id.</param>
    /// <param name="role">The role in which.</param>
    /// <param name="outcome">What came of it, in a word or a few.</param>
    /// <param name="http">The request by which; null for what the app does by itself.</param>
    public void Write(SecurityEvent what, string? who, Role? role, string outcome, HttpContext? http) =>
        WriteFrom(what, who, role, outcome, http is null ? null : AddressOf(http));

    /// <summary>The same for what is done in no request: <paramref name="from"/> is an address, or null.</summary>
    public void WriteFrom(SecurityEvent what, string? who, Role? role, string outcome, string? from)
    {
        var at = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Lines[what](
            logger, $"{what}", Quoted(who, Longest), Quoted(role?.ToString(), Longest), Quoted(from, Longest), at,
            Quoted(outcome, LongestOutcome), null);
    }

    /// <summary>Where a request comes from; null when that is not known.</summary>
    public static string? AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? Plain(address).ToString() : null;

    /// <summary>An address of IPv4 that came over a socket of IPv6, as one of IPv4.</summary>
    internal static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>How urgent the line is: a refusal is what somebody may want to look at.</summary>
    private static LogLevel LevelOf(SecurityEvent what) =>
        what is SecurityEvent.Refusal or SecurityEvent.Limit ? LogLevel.Warning : LogLevel.Information;

    private static string Quoted(string? value, int longest) =>
        $"\"{JsonEncodedText.Encode(value is not null && value.Length > longest ? Cut(value, longest) : value ?? "")}\"";

    // Half of a character cannot be written.
    private static string Cut(string value, int longest) =>
        value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)];
}
