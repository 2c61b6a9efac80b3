using System.Globalization;
using System.Text.Json;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// What is told of who came in, and of what was done with keys and data. The names are those of the log, and stay.
/// </summary>
public enum SecurityEvent
{
    SignIn,
    SignOut,
    SessionEnd,
    Role,
    Refusal,
    Erasure,
    Rotation,
    AccessLog,
    AccessRequest,
}

/// <summary>
/// One line for each event of security: what, who, in which role, from where, when in UTC, and what came of it. Each value stands
/// in quotes, as in JSON: whatever somebody sends, it makes no second line and no second value. Nothing of tenants.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> logger, TimeProvider time)
{
    /// <summary>The longest value that is written, in characters.</summary>
    private const int Longest = 255;

    /// <summary>Writes the line. Null where it is not known.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="who">The person's id.</param>
    /// <param name="role">The role in which.</param>
    /// <param name="outcome">What came of it, in a word or a few.</param>
    /// <param name="http">The request by which; null for what the app does by itself.</param>
    public void Write(SecurityEvent what, string? who, Role? role, string outcome, HttpContext? http)
    {
        var at = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var (person, from) = (Quoted(who), Quoted(http?.Connection.RemoteIpAddress?.ToString()));
        if (what is SecurityEvent.Refusal)
            Refused(logger, $"{what}", person, Quoted(role?.ToString()), from, at, Quoted(outcome));
        else
            Happened(logger, $"{what}", person, Quoted(role?.ToString()), from, at, Quoted(outcome));
    }

    private static string Quoted(string? value) =>
        $"\"{JsonEncodedText.Encode(value is { Length: > Longest } ? value[..Longest] : value ?? "")}\"";

    [LoggerMessage(1, LogLevel.Information,
        "Security: what={What} who={Who} role={Role} from={From} at={At} outcome={Outcome}")]
    private static partial void Happened(
        ILogger logger, string what, string who, string role, string from, string at, string outcome);

    [LoggerMessage(2, LogLevel.Warning,
        "Security: what={What} who={Who} role={Role} from={From} at={At} outcome={Outcome}")]
    private static partial void Refused(
        ILogger logger, string what, string who, string role, string from, string at, string outcome);
}
